import { useQuery } from '@tanstack/react-query'
import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'
import type { StoredNow } from '#shared/retention.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { sizeText } from '../../../format/format-size.ts'
import { fullTime } from '../../../format/format-time.ts'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useWorkbenchState } from '../../../state/workbench-state.tsx'
import styles from './storage.module.css'

const ASKED_EVERY_MS = 2_000

/** How much is stored now, and what was last removed. */
export function StoredFacts() {
  const { storedNow } = useWorkbench()
  const { limits, lastPruned, trouble } = useWorkbenchState().retention
  const { data, error } = useQuery({
    queryKey: ['stored-now'],
    queryFn: () => storedNow({}),
    refetchInterval: ASKED_EVERY_MS,
    staleTime: 0,
  })
  if (error !== null) return <ErrorBox error={explanationOf(error)} />
  return (
    <>
      <dl className={styles.facts}>
        <dt>Stored now</dt>
        <dd>{data === undefined ? 'Counting…' : storedWords(data, limits.maxCallbacks)}</dd>
        <dt>On disk</dt>
        <dd>
          {data === undefined
            ? 'Counting…'
            : `${sizeText(data.fileBytes)}. Room that becomes free is used again.`}
        </dd>
        <dt>Last removed</dt>
        <dd>
          {lastPruned === null
            ? 'Nothing so far.'
            : `${countText(lastPruned.count, 'callback')}, ${fullTime(lastPruned.atMs, Date.now())}`}
        </dd>
      </dl>
      {trouble !== null && <ErrorBox error={trouble} />}
    </>
  )
}

function storedWords({ callbacks, events, bytes, kept }: StoredNow, mostCallbacks: number | null): string {
  const repeats = callbacks === events ? '' : ', repeats included'
  const stored = `${countText(callbacks, 'callback')}${repeats}, ${sizeText(bytes)} as captured.`
  if (kept === 0) return stored
  const isFull = mostCallbacks !== null && kept >= mostCallbacks
  const full = isFull ? ' They fill the limit: every other one is removed.' : ''
  return `${stored} ${numberText(kept)} pinned or noted.${full}`
}
