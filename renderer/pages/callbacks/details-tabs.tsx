import { lazy, type ReactNode, Suspense } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { CallbackDetail } from '#shared/callback.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { RepeatTag } from '../../components/repeat-tag.tsx'
import tabs from '../../components/tabs.module.css'
import { Waiting } from '../../components/waiting.tsx'
import { classNames } from '../../theme/class-names.ts'
import { CheckWithSecret } from './check-with-secret.tsx'
import { DeliveryList } from './delivery-list.tsx'
import styles from './details-tabs.module.css'
import { HeadersTable } from './headers-table.tsx'
import { Overview } from './overview.tsx'
import { SignatureChecks } from './signature-checks.tsx'
import { SignatureVerdict } from './signature-verdict.tsx'

const BodyView = lazy(async () => ({ default: (await import('./body-view.tsx')).BodyView }))

const TargetDeliveries = lazy(async () => ({
  default: (await import('./target-deliveries.tsx')).TargetDeliveries,
}))

const ShownExchange = lazy(async () => ({
  default: (await import('./shown-exchange.tsx')).ShownExchange,
}))

type Props = {
  readonly detail: CallbackDetail
  /** What the list is filtered by. */
  readonly query: SearchQuery
  readonly tab: string
  readonly onTab: (tab: string) => void
}

/** The views of one callback. */
export function DetailsTabs({ detail, query, tab, onTab }: Props) {
  return (
    <Tabs className={classNames(tabs.tabs)} selectedKey={tab} onSelectionChange={(key) => onTab(String(key))}>
      <TabList aria-label="Views of the callback" className={classNames(styles.list)}>
        <ViewTab id="overview">Overview</ViewTab>
        <ViewTab id="body">Body</ViewTab>
        <ViewTab id="headers">
          Headers <span className={styles.number}>{detail.headers.length}</span>
        </ViewTab>
        <ViewTab id="signature">Signature</ViewTab>
        <ViewTab id="deliveries">
          Deliveries <Repeats count={detail.deliveries.length} />
        </ViewTab>
        <ViewTab id="exchange">Exchange</ViewTab>
      </TabList>
      <View id="overview">
        <Overview detail={detail} />
      </View>
      <View id="body">
        <Suspense fallback={<Waiting>Loading the body view…</Waiting>}>
          <BodyView body={detail.body} query={query} {...emptyWordsOf(detail)} />
        </Suspense>
      </View>
      <View id="headers">
        <HeadersTable headers={detail.headers} query={query} />
      </View>
      <View id="signature">
        <SignatureView key={detail.row.seq} detail={detail} />
      </View>
      <View id="deliveries">
        <DeliveriesView detail={detail} />
      </View>
      <View id="exchange">
        <Suspense fallback={<Waiting>Loading the exchange…</Waiting>}>
          <ShownExchange seq={detail.row.seq} />
        </Suspense>
      </View>
    </Tabs>
  )
}

/** A body that was not kept, or did not come, is not an empty one. */
function emptyWordsOf({ row }: CallbackDetail): { readonly emptyWords?: string } {
  const isIncomplete = row.kind === 'other' && (row.type === 'too-large' || row.type === 'cut-off')
  return isIncomplete ? { emptyWords: row.summary } : {}
}

/** How often Vonage delivered it, in the sign that its row has: a bare number would seem to count both ways. */
function Repeats({ count }: { readonly count: number }) {
  if (count <= 1) return null
  return (
    <span className={styles.number}>
      <RepeatTag count={count} />
    </span>
  )
}

/** The way of a callback: from Vonage to here, and on to the developer's own server. */
function DeliveriesView({ detail }: { readonly detail: CallbackDetail }) {
  return (
    <>
      <section className={styles.part} aria-label="From Vonage">
        <h3 className={styles.heading}>From Vonage</h3>
        <DeliveryList deliveries={detail.deliveries} />
      </section>
      <section className={styles.part} aria-label="To your server">
        <h3 className={styles.heading}>To your server</h3>
        <Suspense fallback={<Waiting>Loading the deliveries…</Waiting>}>
          <TargetDeliveries seq={detail.row.seq} />
        </Suspense>
      </section>
    </>
  )
}

/** Requests of other kinds are not expected to be signed, so they get no verdict. */
function SignatureView({ detail: { row, read, checks } }: { readonly detail: CallbackDetail }) {
  const isMessage = read.kind !== 'other'
  return (
    <>
      {isMessage && <SignatureVerdict state={row.signature} checks={checks} />}
      <SignatureChecks checks={checks} isDetailed />
      {isMessage && <CheckWithSecret seq={row.seq} />}
    </>
  )
}

function ViewTab({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Tab id={id} className={classNames(styles.tab)}>
      {children}
    </Tab>
  )
}

function View({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <TabPanel id={id} className={classNames(styles.panel)} data-pane-focus>
      {children}
    </TabPanel>
  )
}
