import { memo, useState } from 'react'
import type { CallbackDetail, CallbackRow } from '#shared/callback.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { StandIn } from '../../components/stand-in.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { classNames } from '../../theme/class-names.ts'
import { ShowInChat } from '../chats/show-in-chat.tsx'
import styles from './callback-details.module.css'
import { useCallbackList, useDesk } from './callbacks-provider.tsx'
import { CopyCallbackCurl } from './copy-callback-curl.tsx'
import { DetailsHeader } from './details-header.tsx'
import { DetailsTabs } from './details-tabs.tsx'
import { useFeed } from './feed-store.ts'
import { isHiddenByFilter } from './is-hidden-by-filter.ts'
import { PinToggle } from './marks/pin-toggle.tsx'
import { ReplayShown } from './replay-shown.tsx'
import { useCallbackDetail } from './use-callback-detail.ts'
import { useListedRow } from './use-listed-row.ts'

/** Everything about the selected callback. */
export function CallbackDetails() {
  const { seq, mode } = useDesk().desk.selection
  const { query } = useCallbackList()
  const { detail, error, isLoading, reload } = useCallbackDetail(seq)
  const listed = useListedRow(detail?.row.seq ?? null)
  const isHidden = useFeed((feed) => seq !== null && mode !== 'following' && isHiddenByFilter(feed, seq))
  // Whoever has picked a callback means that one, not the one that is still shown. Those that come by themselves are
  // shown one after the other: a click means what is there.
  const isOutdated = mode !== 'following' && detail !== null && detail.row.seq !== seq
  return (
    <section
      aria-label="Callback details"
      aria-busy={isLoading}
      className={classNames(styles.region, isOutdated && styles.outdated)}
      data-pane="details"
      data-scope="details"
    >
      {error !== null && (
        <StandIn className={styles.error}>
          <ErrorBox error={error}>
            <Button onPress={reload}>Try again</Button>
          </ErrorBox>
        </StandIn>
      )}
      {detail !== null && isLoading && (
        <div className={styles.loading}>
          <Waiting key={seq}>Loading the callback…</Waiting>
        </div>
      )}
      {detail !== null && error === null && (
        <Shown detail={detail} row={listed ?? detail.row} query={query} isHidden={isHidden && !isOutdated} />
      )}
      {detail === null && error === null && <NothingShown isLoading={isLoading && seq !== null} />}
    </section>
  )
}

type ShownProps = {
  readonly detail: CallbackDetail
  readonly row: CallbackRow
  /** What the list is filtered by. */
  readonly query: SearchQuery
  readonly isHidden: boolean
}

/** Drawn anew only when this callback changes, not with every other that arrives. */
const Shown = memo(function Shown({ detail, row, query, isHidden }: ShownProps) {
  // Kept while callbacks come and go.
  const [tab, setTab] = useState('overview')
  return (
    <>
      <DetailsHeader row={row} isHidden={isHidden}>
        <PinToggle row={row} />
        <ShowInChat row={row} />
        <ReplayShown row={row} />
        <CopyCallbackCurl detail={detail} />
      </DetailsHeader>
      <DetailsTabs {...{ detail, query, tab }} onTab={setTab} />
    </>
  )
})

function NothingShown({ isLoading }: { readonly isLoading: boolean }) {
  return (
    <StandIn className={styles.nothing}>
      {isLoading ? (
        <Waiting>Loading the callback…</Waiting>
      ) : (
        <EmptyState sentence="Select a callback to see what it says." />
      )}
    </StandIn>
  )
}
