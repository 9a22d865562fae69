import { WorkbenchError } from '#shared/errors.ts'
import type { FetchedMedia } from '#shared/media.ts'
import { explainMedia } from '#shared/messenger/explain-media.ts'
import { textMember } from '#shared/messenger/json-value.ts'
import { readCallback } from '#shared/messenger/read-callback.ts'
import type { SignatureSecret } from '#shared/messenger/signature-facts.ts'
import { readSignatureToken } from '#shared/messenger/signature-token.ts'
import type { Profile } from '#shared/profile.ts'
import type { createMediaFetcher } from './media/fetch-media.ts'
import type { StoredIntake } from './store/intake.ts'
import type { Store } from './store/store.ts'
import { createSignatureJudge, judgeStored } from './vonage/signature-judge.ts'

type Deps = {
  readonly store: Pick<Store, 'intake' | 'countEarlier'>
  readonly fetch: ReturnType<typeof createMediaFetcher>
  /** What the built-in simulator signs its callbacks with. */
  readonly simulatorSecret: () => SignatureSecret | null
  readonly profiles: () => readonly Profile[]
  readonly activeProfile: () => Profile
  /** A token made with the profile's key. Throws when it has none. */
  readonly makeToken: (profile: Profile) => Promise<string>
}

export type MediaDesk = ReturnType<typeof createMediaDesk>

/** Shows what an inbound message points to, when somebody asks. The address is the stored callback's. */
export function createMediaDesk(deps: Deps) {
  /** Signed with the simulator's secret, so nobody outside this computer chose the address. */
  async function isSimulated(intake: StoredIntake): Promise<boolean> {
    const secret = deps.simulatorSecret()
    if (secret === null) return false
    const judge = createSignatureJudge({ signatureSecrets: () => [secret], apiSecrets: () => [] })
    return (await judgeStored(judge, intake, deps.store.countEarlier)).state === 'valid'
  }

  /** Vonage hands protected media to the application that received it: its profile, else the one in use. */
  async function tokenFor(intake: StoredIntake): Promise<string | null> {
    const applicationId = applicationOf(intake)
    const owner = deps.profiles().find((profile) => profile.applicationId === applicationId)
    try {
      return await deps.makeToken(owner ?? deps.activeProfile())
    } catch (error) {
      if (error instanceof WorkbenchError) return null
      throw error
    }
  }

  return {
    /** Throws NOT_FOUND, MEDIA_…, HTTP_REFUSED or NETWORK_…. */
    async fetch(seq: number): Promise<FetchedMedia> {
      const intake = deps.store.intake(seq)
      const read = intake === null ? null : readCallback(intake)
      const content = read?.kind === 'inbound' ? read.content : null
      if (intake === null || content === null || !('url' in content)) {
        throw new WorkbenchError(explainMedia({ kind: 'no-media' }))
      }
      return deps.fetch({
        url: content.url,
        kind: content.type,
        allowsLoopback: await isSimulated(intake),
        token: () => tokenFor(intake),
      })
    },
  }
}

/** The application a signed callback says it is for; empty when it does not. */
function applicationOf({ headers }: StoredIntake): string {
  const authorization = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? ''
  const token = readSignatureToken(authorization.replace(/^Bearer +/i, ''))
  return textMember(token?.claims, 'application_id') ?? ''
}
