import { Label, Meter } from 'react-aria-components'
import { type MessengerWindow, messengerWindow } from '#shared/messenger/messenger-window.ts'
import { windowWords } from '#shared/messenger/window-words.ts'
import { useNow } from '../../state/use-now.ts'
import { classNames } from '../../theme/class-names.ts'
import type { LastInbound } from './use-last-inbound.ts'
import styles from './window-meter.module.css'

/** How much of the 24-hour window is left for the person the reply goes to. */
export function WindowMeter({ lastInbound }: { readonly lastInbound: LastInbound }) {
  if (lastInbound.state === 'none') return null
  if (lastInbound.state === 'failed') {
    return <p className={styles.why}>The 24-hour window is not known: {lastInbound.error.what}</p>
  }
  return <KnownWindow lastInboundAtMs={lastInbound.lastInboundAtMs} />
}

function KnownWindow({ lastInboundAtMs }: { readonly lastInboundAtMs: number | null }) {
  const nowMs = useNow()
  const window = messengerWindow(lastInboundAtMs, nowMs)
  const { tone, text, share } = windowWords(window, nowMs)
  const percent = Math.round(share * 100)
  const why = whyOf(window)
  return (
    <Meter value={percent} valueLabel={text} className={classNames(styles.meter)}>
      <div className={styles.line}>
        <Label>24-hour window</Label>
        <span className={classNames(styles.left, styles[tone])}>{text}</span>
      </div>
      <div className={styles.bar}>
        <div className={classNames(styles.share, styles[tone])} style={{ width: `${percent}%` }} />
      </div>
      {why !== null && <p className={styles.why}>{why}</p>}
    </Meter>
  )
}

function whyOf(window: MessengerWindow): string | null {
  switch (window.state) {
    case 'open':
      return null
    case 'unknown':
      return 'No message of this person to this Page has arrived here. Messenger lets a Page write only to people who wrote first.'
    case 'closed':
      return 'The person last wrote more than 24 hours ago: only category message_tag with a fitting tag is allowed until they write again.'
  }
}
