import { assertNever } from '#shared/assert-never.ts'
import type { ApiVersion } from '#shared/callback.ts'
import { type ApiAnswer, accepted, notJson, rateLimited } from './api-answer.ts'
import type { Identity } from './identity.ts'
import type { Sandbox } from './sandbox-rules.ts'
import type { SentMessage } from './sent-message.ts'
import { validateV01 } from './validate-v0-1.ts'
import { validateV1 } from './validate-v1.ts'
import type { Facts } from './validated.ts'

export type AcceptMessage = (version: ApiVersion, body: Buffer, identity: Identity) => ApiAnswer

/** Takes the body of an authorised request: 202 and the message goes on its way, or the documented refusal. */
export function createAcceptMessage(deps: {
  readonly pageId: () => string
  readonly newUuid: () => string
  readonly newInstance: () => string
  readonly sandbox: Pick<Sandbox, 'isTooSoon' | 'accepted' | 'isTextLimited'>
  readonly onAccepted: (messageUuid: string, message: SentMessage, identity: Identity) => void
}): AcceptMessage {
  return (version, body, identity) => {
    if (deps.sandbox.isTooSoon()) return rateLimited(version, deps.newInstance())
    const parsed = parse(body)
    if (!parsed.ok) return notJson(version === 'v1' ? 422 : 400, parsed.reason, deps.newInstance())
    const validated = validate(version, parsed.value, {
      pageId: deps.pageId(),
      instance: deps.newInstance(),
      isTextLimited: deps.sandbox.isTextLimited(),
    })
    if (!validated.ok) return validated.answer
    const messageUuid = deps.newUuid()
    deps.sandbox.accepted()
    deps.onAccepted(messageUuid, validated.message, identity)
    return accepted(messageUuid)
  }
}

function validate(version: ApiVersion, body: unknown, facts: Facts) {
  switch (version) {
    case 'v1':
      return validateV1(body, facts)
    case 'v0.1':
      return validateV01(body, facts)
    default:
      return assertNever(version)
  }
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string }

/** Plain JSON.parse on purpose: an id written as a number must stay one, to be refused. */
function parse(body: Buffer): Parsed {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'The body is not JSON.' }
  }
}
