import { Check, CheckCheck, X } from 'lucide-react'
import { memo } from 'react'
import { countText } from '#shared/count-text.ts'
import type { ChatBubble } from '#shared/simulator.ts'
import { delayText } from '../../format/format-duration.ts'
import { clockTime, localMoment } from '../../format/format-time.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './bubble.module.css'
import { contentLabel, contentText, progressSteps, type Tick, troubleMeaning } from './bubble-words.ts'
import { LongText } from './long-text.tsx'

/** A callback that is delivered again for a day has many more. */
const SHOWN_STEPS = 8

type Props = {
  readonly bubble: ChatBubble
  /** Says who wrote it. */
  readonly isFirst: boolean
  /** Of the person. */
  readonly name: string
}

/** One message: the person's on the right, as on their phone, the server's on the left. */
export const Bubble = memo(function Bubble({ bubble, isFirst, name }: Props) {
  const { content, from, atMs } = bubble
  const label = contentLabel(content)
  const isCode = content.type !== 'text' && content.type !== 'unsupported'
  return (
    <li className={classNames(styles.item, styles[from])}>
      {isFirst && <p className={styles.who}>{from === 'person' ? name : 'The Page'}</p>}
      <div className={styles.bubble}>
        {label !== null && <p className={styles.label}>{label}</p>}
        <LongText text={contentText(content)} isCode={isCode} isFaint={content.type === 'unsupported'} />
      </div>
      <div className={styles.below}>
        <time dateTime={new Date(atMs).toISOString()} title={localMoment(atMs)}>
          {clockTime(atMs)}
        </time>
        <Progress bubble={bubble} />
      </div>
    </li>
  )
})

function Progress({ bubble }: { readonly bubble: ChatBubble }) {
  const steps = progressSteps(bubble)
  const meaning = troubleMeaning(bubble)
  const earlier = Math.max(0, steps.length - SHOWN_STEPS)
  if (steps.length === 0) return <span>under way</span>
  return (
    <>
      <ol className={styles.steps} aria-label="Progress">
        {earlier > 0 && <li className={styles.delay}>{countText(earlier, 'earlier step')}</li>}
        {steps.slice(-SHOWN_STEPS).map((step) => (
          <li key={step.key} className={classNames(styles.step, styles[step.tick])}>
            <TickIcon tick={step.tick} />
            {step.word}
            {step.atMs !== bubble.atMs && (
              <span className={styles.delay}>{delayText(step.atMs - bubble.atMs)}</span>
            )}
          </li>
        ))}
      </ol>
      {meaning !== null && <p className={styles.meaning}>{meaning}</p>}
    </>
  )
}

function TickIcon({ tick }: { readonly tick: Tick }) {
  if (tick === 'none') return null
  const Icon = tick === 'one' ? Check : tick === 'trouble' ? X : CheckCheck
  return <Icon size={13} strokeWidth={2.2} aria-hidden />
}
