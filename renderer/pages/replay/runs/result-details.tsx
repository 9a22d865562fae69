import { X } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { numberText } from '#shared/number-text.ts'
import type { ReplayRequest, ReplayResult } from '#shared/replay.ts'
import { KEPT_ANSWER_BYTES, type TargetOutcome } from '#shared/target.ts'
import { Explanation } from '../../../components/explanation.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { Waiting } from '../../../components/waiting.tsx'
import { durationText } from '../../../format/format-duration.ts'
import { sizeText } from '../../../format/format-size.ts'
import { fullTime } from '../../../format/format-time.ts'
import { classNames } from '../../../theme/class-names.ts'
import { HeadersTable } from '../../callbacks/headers-table.tsx'
import { redirectOf } from '../../callbacks/target-delivery-words.ts'
import { ResultButtons } from './result-buttons.tsx'
import { comparisonWords, outcomeWords } from './result-words.ts'
import styles from './results.module.css'

const BodyView = lazy(async () => ({ default: (await import('../../callbacks/body-view.tsx')).BodyView }))

type Props = {
  readonly result: ReplayResult
  readonly request: ReplayRequest
  readonly onStarted: (runId: string) => void
  readonly onClose: () => void
}

/** What the target answered to one callback, and the ways to send it again. */
export function ResultDetails({ result, request, onStarted, onClose }: Props) {
  const { index, type, summary, delivery, comparison } = result
  const { outcome, url, atMs, durationMs } = delivery
  const { word, tone } = outcomeWords(outcome)
  const beside = comparisonWords(comparison)
  return (
    <section className={styles.details} aria-label="Result" data-pane="result" data-scope="details">
      <header className={styles.head}>
        <h3 className={styles.title} tabIndex={-1} data-pane-focus title={summary}>
          {numberText(index + 1)} · {type} · {summary}
        </h3>
        <IconButton label="Close the result" onPress={onClose}>
          <X size={15} aria-hidden />
        </IconButton>
      </header>
      <ResultButtons delivery={delivery} request={request} onStarted={onStarted} />
      <p className={styles.facts}>
        <Tag tone={tone}>{word}</Tag> after {durationText(durationMs)}, at {fullTime(atMs, Date.now())}; sent
        to <span className={styles.url}>{url}</span>
      </p>
      {beside.difference !== '' && (
        <p className={styles.facts}>
          <Tag tone={beside.tone}>{beside.word}</Tag> {beside.difference}
        </p>
      )}
      <Outcome outcome={outcome} />
    </section>
  )
}

function Outcome({ outcome }: { readonly outcome: TargetOutcome }) {
  if (outcome.kind === 'failed') return <Explanation error={outcome.error} />
  if (outcome.kind === 'held-back') return <p>{outcome.reason}</p>
  const { headers, body, isBodyCut } = outcome
  const redirect = redirectOf(outcome)
  return (
    <>
      {redirect !== null && (
        <p className={styles.facts}>
          Redirects to <span className={styles.url}>{redirect}</span>, not followed. Vonage does not follow it
          either.
        </p>
      )}
      {isBodyCut && (
        <p className={classNames(styles.cut)}>
          The answer went on. The first {sizeText(KEPT_ANSWER_BYTES.replay)} are kept.
        </p>
      )}
      <div className={styles.body}>
        <Suspense fallback={<Waiting>Loading the body view…</Waiting>}>
          <BodyView body={body} />
        </Suspense>
      </div>
      <HeadersTable headers={headers} />
    </>
  )
}
