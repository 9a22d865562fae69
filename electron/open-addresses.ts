import { randomUUID } from 'node:crypto'
import type { NewApplication } from '#shared/addresses.ts'
import type { Profile } from '#shared/profile.ts'
import { accountOf } from './addresses/account-of.ts'
import { createApplication } from './addresses/create-application.ts'
import { createJournal } from './addresses/journal.ts'
import { createPointing } from './addresses/pointing.ts'
import { type WebhookUrls, webhookTarget } from './addresses/webhook-target.ts'
import type { createNotices } from './notices.ts'
import type { openServers } from './open-servers.ts'
import type { Profiles } from './settings/profiles.ts'
import type { Secrets } from './settings/secrets.ts'
import { createApplicationClient } from './vonage/application-client.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Deps = {
  readonly config: WorkbenchConfig
  readonly profiles: Profiles
  readonly secrets: Secrets
  readonly servers: Awaited<ReturnType<typeof openServers>>
  readonly notices: ReturnType<typeof createNotices>
  /** Where the listener is reached from the internet; null while it is not. */
  readonly publicWebhookUrls: () => WebhookUrls | null
  readonly onChange: () => void
  readonly cleanup: AsyncDisposableStack
}

/**
 * Applications at Vonage: pointed here, put back, created. What an earlier run left pointed here is put back at once, in
 * the background. To be opened after everything that an address leads through, so that it is closed before.
 */
export function openAddresses(deps: Deps) {
  const { config, profiles, secrets, servers, notices, publicWebhookUrls, onChange, cleanup } = deps
  const api = createApplicationClient()
  cleanup.defer(api.dispose)
  const journal = createJournal({ dataFolder: config.dataFolder, onUnreadable: notices.add, onChange })
  const account = (profile: Profile) => accountOf(profile, { secrets, simulatorUrl: servers.simulating.url })
  const common = {
    findProfile: profiles.find,
    accountOf: account,
    targetOf: (profile: Profile, publicUrl: string | null, apiOrigin: string) =>
      webhookTarget(
        { profile, publicUrl, apiOrigin },
        { listenerUrls: servers.listening.urls, publicWebhookUrls },
      ),
  }
  const pointing = createPointing({
    ...common,
    journal,
    api,
    notify: notices.add,
    nowMs: () => Date.now(),
    newId: randomUUID,
  })
  cleanup.defer(pointing.dispose)
  const inBackground = (work: Promise<void>) =>
    void work.catch((err: unknown) => config.log.error({ err }, 'Webhook addresses could not be put back.'))
  inBackground(pointing.restoreLeft())
  return {
    pointing,
    /** The tunnel to this address was stopped: nobody waits for what led through it to be put back. */
    tunnelStopped: (url: string) => inBackground(pointing.restoreThrough(new URL(url).origin)),
    /** The applications of a profile's account. */
    applications: (profileId: string) => api.list(account(profiles.find(profileId))),
    /** The Facebook Pages linked to a profile's account, as far as the accounts API tells. */
    pageLinks: (profileId: string) => api.pageLinks(account(profiles.find(profileId))),
    createApplication: (request: NewApplication) =>
      createApplication(request, { ...common, create: api.create, secrets, saveProfile: profiles.save }),
  }
}
