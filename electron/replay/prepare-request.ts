import { readCallback } from '#shared/messenger/read-callback.ts'
import { type Rewriting, rewriteBody } from '#shared/replay/rewrite-body.ts'
import type { ReplayContent } from '#shared/replay.ts'
import type { Target } from '#shared/target.ts'
import { targetUrl } from '#shared/target-url.ts'
import { exactBody } from '../bytes/exact-body.ts'
import type { SignAs } from '../callback-sender/callback-sender.ts'
import { signCallback } from '../signing/sign-callback.ts'
import type { StoredIntake } from '../store/intake.ts'
import type { TargetRequest } from '../targets/target-client.ts'

export type Prepared =
  | ({ readonly kind: 'request'; readonly note: string | null } & Pick<
      TargetRequest,
      'url' | 'headers' | 'body'
    >)
  | { readonly kind: 'held-back'; readonly url: URL; readonly reason: string }

type Wanted = {
  readonly content: ReplayContent
  readonly rewriting: Rewriting
  readonly target: Target
  /** Null where the profile in use has no signature secret. */
  readonly signAs: SignAs | null
  readonly nowMs: () => number
  readonly newUuid: () => string
}

const NO_SECRET = 'The profile in use has no signature secret'

/**
 * What is sent of a captured request: its headers and its bytes or, unless they are wanted exactly, those
 * signed anew. Without a secret, an edited or rewritten body goes under the captured signature; the note says so.
 */
export async function prepareRequest(intake: StoredIntake, wanted: Wanted): Promise<Prepared> {
  const { content, target, signAs } = wanted
  const webhook = webhookOf(intake)
  const reason = obstacleTo(intake, content)
  if (webhook === null || reason !== null) {
    return { kind: 'held-back', url: new URL(target.baseUrl), reason: reason ?? noPath(intake) }
  }
  const url = targetUrl(target, webhook)
  const { headers } = intake
  if (content.kind === 'exact') return { kind: 'request', url, headers, body: intake.body, note: null }

  const { body, note } = bodyOf(intake, wanted)
  const isSame = Buffer.compare(body, intake.body) === 0
  const fitting = isSame ? headers : headers.filter(([name]) => name.toLowerCase() !== 'content-encoding')
  if (signAs === null) {
    return { kind: 'request', url, headers: fitting, body, note: isSame ? note : unsignedNote(headers) }
  }
  const jti = wanted.newUuid()
  const authorization = await signCallback({ ...signAs, body, nowMs: wanted.nowMs(), jti })
  return { kind: 'request', url, headers: withAuthorization(fitting, authorization), body, note }
}

/** By what the body is, as the list says; where it is neither, by the path it came to. */
function webhookOf(intake: StoredIntake): 'inbound' | 'status' | null {
  const route = intake.route === 'other' ? null : intake.route
  const read = readCallback({ ...intake, route: route ?? 'inbound' })
  return read.kind === 'other' ? route : read.kind
}

function noPath({ path }: StoredIntake): string {
  return `It is neither an inbound message nor a status and came to ${path}: the target has no path for it.`
}

function obstacleTo({ method, flaw }: StoredIntake, content: ReplayContent): string | null {
  if (method !== 'POST') return `It was sent with ${method}. Only POST requests are replayed.`
  if (flaw === null || content.kind === 'edited') return null
  return flaw === 'too-large'
    ? 'Its body was larger than 1 MiB and was not kept.'
    : 'The connection ended before its body was complete, so its exact bytes are not known.'
}

function bodyOf(intake: StoredIntake, { content, rewriting }: Wanted): Noted {
  if (content.kind === 'edited') return { body: Buffer.from(content.bodyText, 'utf8'), note: null }
  if (content.kind !== 'rewritten') return { body: intake.body, note: null }
  const captured = exactBody(intake.body)
  const rewritten = captured.encoding === 'utf8' ? rewriteBody(captured.text, rewriting) : null
  if (rewritten === null) {
    return { body: intake.body, note: 'The body is not JSON in UTF-8, so nothing in it was rewritten.' }
  }
  return { body: Buffer.from(rewritten, 'utf8'), note: null }
}

type Noted = { readonly body: Uint8Array; readonly note: string | null }
type Headers = TargetRequest['headers']

function unsignedNote(headers: Headers): string {
  return headers.some(isAuthorization)
    ? `${NO_SECRET}: sent under the captured signature, which does not fit the new body.`
    : `${NO_SECRET}: sent unsigned, as it was captured.`
}

/** In the place of the captured one, or last. */
function withAuthorization(headers: Headers, authorization: string): Headers {
  const at = headers.findIndex(isAuthorization)
  const others = headers.filter((header) => !isAuthorization(header))
  return others.toSpliced(at === -1 ? others.length : at, 0, ['Authorization', authorization])
}

function isAuthorization([name]: Headers[number]): boolean {
  return name.toLowerCase() === 'authorization'
}
