import type { ApiVersion } from '#shared/callback.ts'
import { isJsonObject, member, textMember } from '#shared/messenger/json-value.ts'
import type { SimulatorRequest } from '#shared/simulator.ts'
import type { ApplicationAnswer } from './application-api.ts'
import type { ChatLog } from './chat-log.ts'
import type { Identity } from './identity.ts'
import { messageIn } from './message-in.ts'
import type { RecentLog } from './recent-log.ts'
import { whoAsks } from './who-asks.ts'

const LONGEST_CHARS = 500

/** A request to the simulated API with its answer. */
export type HandledRequest = {
  readonly method: string
  /** With its query. */
  readonly target: string
  /** The first Authorization header; empty for none. */
  readonly authorization: string
  /** A web page somewhere sent it, which any page that is open in a browser can. */
  readonly isFromWebPage: boolean
  /** The body, where it was for the Messages API. */
  readonly message: { readonly version: ApiVersion; readonly body: Buffer } | null
  readonly answer: ApplicationAnswer
}

type Deps = {
  readonly requests: Pick<RecentLog<SimulatorRequest>, 'add'>
  readonly chat: Pick<ChatLog, 'add'>
  readonly identities: () => readonly Identity[]
  readonly isKnownPerson: (psid: string) => boolean
  readonly nowMs: () => number
  readonly newUuid: () => string
}

/**
 * Keeps what was asked of the simulated API and what it answered. A message that it refused, to somebody who is there,
 * is in the chat as well: whoever waits for it should see why it does not come.
 */
export function createNoteRequest(deps: Deps) {
  return (handled: HandledRequest): void => {
    const { method, target, authorization, answer } = handled
    const body = 'body' in answer ? answer.body : null
    const message = handled.message && messageIn(handled.message.version, handled.message.body)
    const psid = message?.psid ?? null
    const [id, atMs] = [deps.newUuid(), deps.nowMs()]
    const refusal = refusalOf(answer)
    deps.requests.add({
      ...{ id, atMs, method, path: shortened(target.replace(/\?.*$/s, '')), refusal },
      who: whoAsks(authorization, deps.identities()),
      to: psid === null ? null : shortened(psid),
      messageType: message?.messageType == null ? null : shortened(message.messageType),
      httpStatus: answer.status,
      messageUuid: textMember(body, 'message_uuid'),
    })
    const content = message?.content ?? null
    if (refusal === null || content === null || psid === null) return
    if (handled.isFromWebPage || !deps.isKnownPerson(psid)) return
    const word = `refused: ${answer.status} ${refusal.title}`
    const progress = [{ atMs, word, isTrouble: true }]
    deps.chat.add({ ...{ id, messageUuid: id, atMs, psid, content, progress }, from: 'server' })
  }
}

function refusalOf(answer: ApplicationAnswer): SimulatorRequest['refusal'] {
  if (!('body' in answer) || answer.status < 400) return null
  const { body, headers } = answer
  const details = [textMember(body, 'detail') ?? '', ...invalidParameters(member(body, 'invalid_parameters'))]
  return {
    title: textMember(body, 'title') ?? '',
    detail: shortened(details.join(' ')),
    reason: headers?.['x-simulator-reason'] ?? null,
  }
}

function invalidParameters(list: unknown): readonly string[] {
  return Array.isArray(list)
    ? list
        .filter(isJsonObject)
        .map((one) => `${textMember(one, 'name') ?? ''} ${textMember(one, 'reason') ?? ''}`.trim())
    : []
}

function shortened(text: string): string {
  return text.length > LONGEST_CHARS ? `${text.slice(0, LONGEST_CHARS)}…` : text
}
