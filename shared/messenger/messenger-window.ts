const HOUR_MS = 3_600_000
export const WINDOW_MS = 24 * HOUR_MS
/** How long a human agent may answer, with the tag HUMAN_AGENT and Meta's approval. */
const HUMAN_AGENT_MS = 7 * 24 * HOUR_MS

/** Whether a person may be written to, and until when. */
export type MessengerWindow =
  /** The person has not written to this Page as far as is known here. */
  | { readonly state: 'unknown' }
  | { readonly state: 'open'; readonly closesAtMs: number; readonly leftMs: number }
  /** Only tagged messages now; `humanAgentUntilMs` is null once those seven days are over as well. */
  | { readonly state: 'closed'; readonly closedAtMs: number; readonly humanAgentUntilMs: number | null }

/**
 * Meta's standard messaging window: 24 hours from the person's last message to the Page; after that only category
 * `message_tag` with a fitting tag, HUMAN_AGENT for up to seven days. (A click-to-Messenger ad opens it for longer,
 * which no callback tells.) Source: Messenger platform policy; Vonage, "Understanding Facebook messaging".
 */
export function messengerWindow(lastInboundAtMs: number | null, nowMs: number): MessengerWindow {
  if (lastInboundAtMs === null) return { state: 'unknown' }
  const closesAtMs = lastInboundAtMs + WINDOW_MS
  if (nowMs < closesAtMs) return { state: 'open', closesAtMs, leftMs: closesAtMs - nowMs }
  const humanAgentUntilMs = lastInboundAtMs + HUMAN_AGENT_MS
  return {
    state: 'closed',
    closedAtMs: closesAtMs,
    humanAgentUntilMs: nowMs < humanAgentUntilMs ? humanAgentUntilMs : null,
  }
}
