import { useQuery } from '@tanstack/react-query'
import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'
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
  const { lastPruned, trouble } = useWorkbenchState().retention
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
        <dd>{data === undefined ? 'Counting…' : storedWords(data)}</dd>
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

type Stored = { readonly callbacks: number; readonly bytes: number; readonly kept: number }

function storedWords({ callbacks, bytes, kept }: Stored): string {
  const stored = `${countText(callbacks, 'callback')}, ${sizeText(bytes)} as captured.`
  if (kept === 0) return stored
  return `${stored} ${numberText(kept)} pinned or noted.`
}
