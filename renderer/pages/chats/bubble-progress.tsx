import { Check, CheckCheck, X } from 'lucide-react'
import type { ConversationItem } from '#shared/chats.ts'
import { countText } from '#shared/count-text.ts'
import type { StatusStep } from '#shared/reply.ts'
import { delayText } from '../../format/format-duration.ts'
import { classNames } from '../../theme/class-names.ts'
import { useDesk } from '../callbacks/callbacks-provider.tsx'
import { adviceOn } from '../callbacks/status-error-words.ts'
import styles from './chat-bubble.module.css'
import { statusWords, type Tick } from './message-words.ts'
import { useShowCallback } from './use-show-callback.ts'

/** A callback that is delivered again for a day has many more. */
const SHOWN_STEPS = 8

type SentItem = Exclude<ConversationItem, { from: 'person' }>

/** What became of a message of the Page: the API's answer, then each status with its delay. */
export function BubbleProgress({ item }: { readonly item: SentItem }) {
  const statuses = item.from === 'here' ? item.reply.statuses : item.statuses
  const earlier = Math.max(0, statuses.length - SHOWN_STEPS)
  const advice = adviceOf(statuses)
  return (
    <>
      {item.from === 'here' && <Outcome item={item} />}
      {statuses.length > 0 && (
        <ol className={styles.steps} aria-label="Statuses">
          {earlier > 0 && <li className={styles.delay}>{countText(earlier, 'earlier step')}</li>}
          {statuses.slice(-SHOWN_STEPS).map((step) => (
            <Step key={step.callbackSeq} step={step} isTimed={item.from === 'here' || step !== statuses[0]} />
          ))}
        </ol>
      )}
      {advice !== null && (
        <p className={styles.advice}>
          <b>{advice.meaning}</b> {advice.fix}
        </p>
      )}
    </>
  )
}

/** Accepted goes without saying once there are statuses. */
function Outcome({ item: { reply } }: { readonly item: Extract<SentItem, { from: 'here' }> }) {
  const { outcome, statuses } = reply
  if (outcome.kind === 'accepted') {
    return statuses.length === 0 ? <span>accepted {outcome.httpStatus}, no status yet</span> : null
  }
  const word = outcome.kind === 'refused' ? `refused ${outcome.httpStatus}` : 'not sent'
  return (
    <>
      <span className={classNames(styles.step, styles.trouble)}>
        <TickIcon tick="trouble" />
        {word}
      </span>
      <p className={styles.advice}>
        <b>{outcome.explanation.what}</b> {outcome.explanation.fix}
      </p>
    </>
  )
}

function Step({ step, isTimed }: { readonly step: StatusStep; readonly isTimed: boolean }) {
  const show = useShowCallback()
  const isSelected = useDesk().desk.selection.seq === step.callbackSeq
  const { tick, word } = statusWords(step)
  return (
    <li>
      <button
        type="button"
        className={classNames(
          styles.step,
          styles.status,
          tick !== null && styles[tick],
          isSelected && styles.chosen,
        )}
        title={`Show ${word} on the Callbacks page`}
        onClick={() => show(step.callbackSeq)}
      >
        {tick !== null && <TickIcon tick={tick} />}
        {word}
        {isTimed && <span className={styles.delay}>{delayText(step.delayMs)}</span>}
      </button>
    </li>
  )
}

function TickIcon({ tick }: { readonly tick: Tick }) {
  const Icon = tick === 'one' ? Check : tick === 'trouble' ? X : CheckCheck
  return <Icon size={13} strokeWidth={2.2} aria-hidden />
}

/** Of the last error. */
function adviceOf(statuses: readonly StatusStep[]) {
  const error = statuses.findLast((step) => step.error !== null)?.error ?? null
  return error === null ? null : adviceOn(error)
}
