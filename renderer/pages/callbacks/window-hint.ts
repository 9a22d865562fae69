import { messengerWindow } from '#shared/messenger/messenger-window.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export type WindowHint = { readonly text: string; readonly tone: 'open' | 'ending' | 'closed' }

/** How much of the 24-hour window is left, in as few words as a list has room for; null when nothing is known. */
export function windowHint(lastInboundAtMs: number | null, nowMs: number): WindowHint | null {
  const window = messengerWindow(lastInboundAtMs, nowMs)
  switch (window.state) {
    case 'unknown':
      return null
    case 'closed':
      return { text: 'window closed', tone: 'closed' }
    case 'open':
      return { text: `${leftText(window.leftMs)} left`, tone: window.leftMs < HOUR_MS ? 'ending' : 'open' }
  }
}

/** Rounded down: what is shown is really left. */
function leftText(leftMs: number): string {
  if (leftMs >= HOUR_MS) return `${Math.floor(leftMs / HOUR_MS)} h`
  if (leftMs >= MINUTE_MS) return `${Math.floor(leftMs / MINUTE_MS)} min`
  return 'under 1 min'
}
