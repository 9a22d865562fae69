import type { TargetDelivery, TargetOutcome } from '#shared/target.ts'
import { Explanation } from '../../components/explanation.tsx'
import { More } from '../../components/more.tsx'
import { Tag } from '../../components/tag.tsx'
import { durationText } from '../../format/format-duration.ts'
import { sizeText } from '../../format/format-size.ts'
import { fullTime } from '../../format/format-time.ts'
import { classNames } from '../../theme/class-names.ts'
import { BodyView } from './body-view.tsx'
import { HeadersTable } from './headers-table.tsx'
import styles from './target-delivery-item.module.css'
import { originWords, outcomeTag, redirectOf } from './target-delivery-words.ts'

/** One callback passed on: when and how, where to, and what came of it. */
export function TargetDeliveryItem({ delivery }: { readonly delivery: TargetDelivery }) {
  const { atMs, origin, targetName, url, outcome, durationMs } = delivery
  const tag = outcomeTag(outcome)
  return (
    <li className={styles.delivery}>
      <div className={styles.line}>
        <span className={styles.time}>{fullTime(atMs, Date.now())}</span>
        <Tag>{originWords[origin]}</Tag>
        <span className={styles.end}>
          <Tag tone={tag.tone}>{tag.word}</Tag>
          {outcome.kind !== 'held-back' && <span className={styles.dim}>{durationText(durationMs)}</span>}
        </span>
      </div>
      <p className={styles.target}>
        <b>{targetName}</b> <code>{url}</code>
      </p>
      <Outcome outcome={outcome} />
    </li>
  )
}

function Outcome({ outcome }: { readonly outcome: TargetOutcome }) {
  switch (outcome.kind) {
    case 'held-back':
      return <p className={styles.dim}>{outcome.reason}</p>
    case 'failed':
      return <Explanation error={outcome.error} />
    case 'answered':
      return <Answer answer={outcome} />
  }
}

function Answer({ answer }: { readonly answer: Extract<TargetOutcome, { kind: 'answered' }> }) {
  const { headers, body, isBodyCut } = answer
  const redirect = redirectOf(answer)
  return (
    <>
      {redirect !== null && (
        <p className={styles.target}>
          Redirects to <code>{redirect}</code>, not followed.
        </p>
      )}
      {headers.length > 0 && (
        <More title={`Headers ${headers.length}`} isLazy>
          <div className={styles.opened}>
            <HeadersTable headers={headers} />
          </div>
        </More>
      )}
      {body.sizeBytes === 0 ? (
        <p className={styles.dim}>The answer has no body.</p>
      ) : (
        <More title={`Body ${sizeText(body.sizeBytes)}${isBodyCut ? ', cut' : ''}`} isLazy>
          <div className={classNames(styles.opened, styles.body)}>
            {isBodyCut && (
              <p className={styles.dim}>The answer goes on. Its first {sizeText(body.sizeBytes)} are kept.</p>
            )}
            <BodyView body={body} isOneOfMany />
          </div>
        </More>
      )}
    </>
  )
}
