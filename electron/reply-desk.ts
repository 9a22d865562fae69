import type { KeyObject } from 'node:crypto'
import { WorkbenchError } from '#shared/errors.ts'
import { buildRequest } from '#shared/messenger/build-request.ts'
import { curlCommand } from '#shared/messenger/curl.ts'
import type { Profile } from '#shared/profile.ts'
import type { Reply, ReplyDraft, SendOutcome } from '#shared/reply.ts'
import type { StoredReply } from './store/replies.ts'
import type { ApiToken } from './vonage/api-token.ts'

type Deps = {
  readonly activeProfile: () => Profile
  /** The key of a profile, ready to sign. Throws KEY_MISSING or KEY_UNUSABLE. */
  readonly keyOf: (profile: Profile) => KeyObject
  readonly baseUrlOf: (profile: Profile) => string | null
  readonly makeToken: (key: KeyObject, applicationId: string) => Promise<ApiToken>
  readonly send: (request: { url: string; authorization: string; bodyText: string }) => Promise<SendOutcome>
  readonly save: (reply: StoredReply) => Reply
  readonly nowMs: () => number
  readonly newId: () => string
}

/** Sends replies and writes them down, accepted or not; makes the command lines that send the same. */
export function createReplyDesk(deps: Deps) {
  function requestOf(draft: ReplyDraft, profile: Profile) {
    const baseUrl = deps.baseUrlOf(profile)
    if (baseUrl === null) throw simulatorNotRunning()
    const { path, bodyText } = buildRequest(draft)
    return { url: `${baseUrl.replace(/\/+$/, '')}${path}`, bodyText }
  }

  return {
    /** Sends once with a fresh token. Throws when there is nothing to send with; a refusal is an outcome. */
    async send(draft: ReplyDraft): Promise<Reply> {
      const profile = deps.activeProfile()
      const { url, bodyText } = requestOf(draft, profile)
      const sentAtMs = deps.nowMs()
      const { token } = await deps.makeToken(deps.keyOf(profile), profile.applicationId)
      const outcome = await deps.send({ url, authorization: `Bearer ${token}`, bodyText })
      return deps.save({
        id: deps.newId(),
        profileId: profile.id,
        profileName: profile.name,
        sentAtMs,
        draft,
        url,
        requestBody: bodyText,
        outcome,
      })
    },
    async curl(draft: ReplyDraft, token: 'live' | 'placeholder') {
      const profile = deps.activeProfile()
      const { url, bodyText } = requestOf(draft, profile)
      if (token === 'placeholder') {
        return {
          command: curlCommand({ url, bodyText, token: { kind: 'placeholder' } }),
          tokenExpiresAtMs: null,
        }
      }
      const live = await deps.makeToken(deps.keyOf(profile), profile.applicationId)
      const command = curlCommand({
        url,
        bodyText,
        token: { kind: 'live', token: live.token },
      })
      return { command, tokenExpiresAtMs: live.expiresAtMs }
    },
  }
}

function simulatorNotRunning(): WorkbenchError {
  return new WorkbenchError({
    code: 'SIMULATOR_NOT_RUNNING',
    what: 'The simulator is not running, so there is nowhere to send this to.',
    why: 'Its port could not be opened when the app started.',
    fix: 'Restart the app, or switch to a profile of a Vonage application.',
  })
}
