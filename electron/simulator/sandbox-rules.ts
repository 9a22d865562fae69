import { standingOfTag } from '#shared/messenger/message-tags.ts'
import { messengerWindow } from '#shared/messenger/messenger-window.ts'
import type { SandboxRules } from '#shared/simulator.ts'
import type { SentMessage } from './sent-message.ts'

const ONE_MESSAGE_MS = 1_000

type Deps = {
  readonly rules: () => SandboxRules
  readonly nowMs: () => number
  /** The simulator's clock, which may run faster: a day need not be waited for. */
  readonly clockMs: () => number
  /** By that clock, in this run of the app or an earlier one; null for nobody it knows, or who never wrote. */
  readonly lastWroteAtMs: (psid: string) => number | null
}

/**
 * What Vonage's sandbox refuses. The rate is answered at once; the rest is known only after a message was accepted, as
 * a code of its `rejected` status. Source: Messages API Sandbox page (one message per second, allow-listed people);
 * Messages API specification, "Error codes", which lists 1160 and 1340 as codes of statuses.
 */
export function createSandbox({ rules, nowMs, clockMs, lastWroteAtMs }: Deps) {
  let lastAcceptedAtMs = Number.NEGATIVE_INFINITY

  function isWindowClosed({ psid, tag }: SentMessage): boolean {
    const lastAtMs = lastWroteAtMs(psid)
    // The clock may have run ahead, and it starts anew with the app.
    const inboundAtMs = lastAtMs === null ? null : Math.min(lastAtMs, clockMs())
    const window = messengerWindow(inboundAtMs, clockMs())
    if (window.state === 'open') return false
    // Who never wrote has no window, and a human agent has nothing to answer.
    const until = window.state === 'closed' ? window.humanAgentUntilMs : null
    if (tag === 'HUMAN_AGENT') return until === null
    return tag === null || standingOfTag(tag) !== 'current'
  }

  return {
    /** Whether the one message of this second has been accepted. */
    isTooSoon: (): boolean => rules().isRateLimited && nowMs() - lastAcceptedAtMs < ONE_MESSAGE_MS,
    accepted(): void {
      lastAcceptedAtMs = nowMs()
    },
    isTextLimited: (): boolean => rules().isTextLimited,
    /**
     * The code an accepted message is rejected with; null for none. An id that is nobody's is accepted like any other,
     * and rejected with 1300, because the API does not know people before Messenger does.
     */
    rejectionOf(message: SentMessage, isKnownPerson: boolean): number | null {
      const { allowedPsids, hasWindow } = rules()
      if (allowedPsids !== null && !allowedPsids.includes(message.psid)) return 1160
      if (!isKnownPerson) return 1300
      return hasWindow && isWindowClosed(message) ? 1340 : null
    },
  }
}

export type Sandbox = ReturnType<typeof createSandbox>
