import type { KeyObject } from 'node:crypto'
import { WorkbenchError } from '#shared/errors.ts'
import { buildRequest } from '#shared/messenger/build-request.ts'
import { curlCommand } from '#shared/messenger/curl.ts'
import { cmdCaution, cmdCommand } from '#shared/messenger/curl-cmd.ts'
import { powershellCommand } from '#shared/messenger/curl-powershell.ts'
import { parseJson } from '#shared/messenger/json-value.ts'
import { nodeSnippet, nodeSnippetFault } from '#shared/messenger/node-snippet.ts'
import type { CommandToken } from '#shared/messenger/send-command.ts'
import type { Profile } from '#shared/profile.ts'
import type { Reply, ReplyCopy, ReplyCopyForm, ReplyDraft, SendOutcome } from '#shared/reply.ts'
import type { StoredReply } from './store/replies.ts'
import type { ApiToken } from './vonage/api-token.ts'

type Deps = {
  readonly activeProfile: () => Profile
  /** The key of a profile, ready to sign. Throws KEY_MISSING or KEY_UNUSABLE. */
  readonly keyOf: (profile: Profile) => KeyObject
  readonly baseUrlOf: (profile: Profile) => string | null
  readonly makeToken: (key: KeyObject, applicationId: string) => Promise<ApiToken>
  readonly send: (request: { url: string; authorization: string; bodyText: string }) => Promise<SendOutcome>
  readonly save: (reply: StoredReply) => Promise<Reply>
  readonly nowMs: () => number
  readonly newId: () => string
}

type Wanted = {
  readonly draft: ReplyDraft
  readonly as: ReplyCopyForm
  readonly token: 'live' | 'placeholder'
}

/** Sends replies and writes them down, accepted or not; makes the commands that send the same. */
export function createReplyDesk(deps: Deps) {
  function requestOf(draft: ReplyDraft, profile: Profile) {
    const baseUrl = deps.baseUrlOf(profile)
    if (baseUrl === null) throw simulatorNotRunning()
    const { path, bodyText } = buildRequest(draft)
    const apiHost = baseUrl.replace(/\/+$/, '')
    return { url: `${apiHost}${path}`, bodyText, apiHost }
  }

  return {
    /** Sends once with a fresh token. Throws when there is nothing to send with; a refusal is an outcome. */
    async send(draft: ReplyDraft): Promise<Reply> {
      const profile = deps.activeProfile()
      const { url, bodyText } = requestOf(draft, profile)
      const sentAtMs = deps.nowMs()
      const { token } = await deps.makeToken(deps.keyOf(profile), profile.applicationId)
      const outcome = await deps.send({ url, authorization: `Bearer ${token}`, bodyText })
      return await deps.save({
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
    /** The draft as something that sends it. The live token is made for it and stands in it. */
    async copy({ draft, as, token: wanted }: Wanted): Promise<ReplyCopy> {
      const profile = deps.activeProfile()
      const { url, bodyText, apiHost } = requestOf(draft, profile)
      refuseUncopyable(draft, as)
      const live = wanted === 'live' ? await deps.makeToken(deps.keyOf(profile), profile.applicationId) : null
      const token: CommandToken =
        live === null ? { kind: 'placeholder' } : { kind: 'live', token: live.token }
      const text =
        as === 'node'
          ? nodeSnippet({ draft, apiHost, applicationId: profile.applicationId, token })
          : COMMANDS[as]({ url, bodyText, token })
      return {
        text,
        tokenExpiresAtMs: live?.expiresAtMs ?? null,
        caution: as === 'cmd' ? cmdCaution(text) : null,
      }
    },
  }
}

const COMMANDS = { bash: curlCommand, powershell: powershellCommand, cmd: cmdCommand } as const

function refuseUncopyable(draft: ReplyDraft, as: ReplyCopyForm): void {
  const fault = as === 'node' ? nodeSnippetFault(draft) : as === 'cmd' ? cmdFault(draft) : null
  if (fault === null) return
  throw new WorkbenchError({
    code: 'BAD_INPUT',
    what: 'The reply cannot be copied in this form.',
    why: fault,
    fix: 'Copy it as curl for bash, which carries any body.',
  })
}

function cmdFault({ bodyText }: ReplyDraft): string | null {
  return bodyText === null || parseJson(bodyText).ok
    ? null
    : 'A command for cmd carries JSON only, and this is none.'
}

function simulatorNotRunning(): WorkbenchError {
  return new WorkbenchError({
    code: 'SIMULATOR_NOT_RUNNING',
    what: 'The simulator is not running, so there is nowhere to send this to.',
    why: 'Its port could not be opened when the app started.',
    fix: 'Restart the app, or switch to a profile of a Vonage application.',
  })
}
