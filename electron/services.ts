import { randomUUID } from 'node:crypto'
import { resolveBaseUrl } from '#shared/messenger/base-url.ts'
import type { Profile } from '#shared/profile.ts'
import type { createCredentials } from './credentials.ts'
import { createNotices } from './notices.ts'
import { openAddresses } from './open-addresses.ts'
import { openChatDesk } from './open-chat-desk.ts'
import { openContractRuns } from './open-contract-runs.ts'
import { openCredentials } from './open-credentials.ts'
import { openMediaDesk } from './open-media-desk.ts'
import { openReplays } from './open-replays.ts'
import { openRetention } from './open-retention.ts'
import { openServers } from './open-servers.ts'
import { openSessions } from './open-sessions.ts'
import { publishStoreEvent } from './publish-store-event.ts'
import { createReplyDesk } from './reply-desk.ts'
import { createCredentialImport } from './settings/credential-import.ts'
import { createProfiles } from './settings/profiles.ts'
import { createSavedFilters } from './settings/saved-filters.ts'
import type { Secrets } from './settings/secrets.ts'
import type { SettingsService } from './settings/settings.ts'
import { createSignedCallbacks } from './signed-callbacks.ts'
import { lockDataFolder } from './store/data-folder-lock.ts'
import { createStore, type Store } from './store/store.ts'
import { createTokenDesk } from './token-desk.ts'
import { createApiToken } from './vonage/api-token.ts'
import { createApplicationClient } from './vonage/application-client.ts'
import { createMessagesClient } from './vonage/messages-client.ts'
import { readEnteredKey } from './vonage/read-entered-key.ts'
import { readFoundKey } from './vonage/read-found-key.ts'
import { createSignatureJudge, type JudgeSecrets } from './vonage/signature-judge.ts'
import type { WorkbenchConfig } from './workbench-config.ts'
import { createWorkbenchEvents, type WorkbenchEvents } from './workbench-events.ts'
import { describeWorkbench } from './workbench-state.ts'

const nowMs = () => Date.now()

export type Services = Awaited<ReturnType<typeof openServices>>

/** Opens every service in order; what has to be closed again is handed to `cleanup`, last opened first closed. */
export async function openServices(config: WorkbenchConfig, cleanup: AsyncDisposableStack) {
  cleanup.defer(lockDataFolder(config.dataFolder))
  const refresh = createRefresh()
  const events = createWorkbenchEvents()
  const notices = createNotices(refresh.now)
  const { settings, secrets, roster, credentials, simulatorProfile } = await openCredentials(
    config,
    notices.add,
  )
  const signedCallbacks = createSignedCallbacks({ nowMs, onChange: refresh.now })
  const judge = createSignatureJudge(credentials)
  const store = await openStore(config, { events, settings, credentials, signedCallbacks, notices, cleanup })

  const servers = await openServers({
    ...{ config, settings, secrets, roster, simulatorProfile, store, notices },
    onChat: events.chat.publish,
    onChange: refresh.now,
    cleanup,
  })
  const messagesUrl = (profile: Profile) => resolveBaseUrl(profile.baseUrl, servers.simulating.url())
  const profiles = createProfiles({
    ...{ settings, secrets, roster, messagesUrl },
    newId: randomUUID,
    readPrivateKey: readEnteredKey,
    onChange: refresh.now,
    onSecretsChange: () => rejudge(store, credentials, config),
  })
  const replyDesk = openReplyDesk({ profiles, credentials, messagesUrl, store, cleanup })
  const tokenDesk = openTokenDesk({ profiles, credentials, secrets, cleanup })
  const reach = { publicWebhookUrls: servers.tunnel.publicUrls, onChange: refresh.now }
  const addresses = openAddresses({ config, profiles, secrets, servers, notices, cleanup, ...reach })

  const keeping = openRetention({ config, settings, store, notices, onChange: refresh.now, cleanup })
  const { targeting } = servers
  const parts = { config, settings, profiles, notices, addresses, signedCallbacks }
  const shown = { ...parts, ...keeping, ...servers, ...targeting }
  refresh.start(targeting.forwarding.recheck, () => events.state.set(describeWorkbench(shown)))
  return {
    settings,
    profiles,
    credentialImport: createCredentialImport({ profiles, readKey: readFoundKey }),
    ...{ store, judge, events, notices },
    ...{ ...keeping, ...servers },
    mediaDesk: openMediaDesk({ profiles, credentials, secrets, simulatorProfile, store }),
    ...{ replyDesk, tokenDesk, addresses },
    chatDesk: openChatDesk({ store, settings, events, ...servers, onChange: refresh.now }),
    savedFilters: createSavedFilters({ settings, newId: randomUUID, nowMs, onChange: refresh.now }),
    ...targeting,
    replays: openReplays({ config, store, profiles, secrets, events, notices, cleanup, ...targeting }),
    contractRuns: openContractRuns({ config, events, profiles, secrets, cleanup, ...targeting }),
    sessions: openSessions({ config, store, settings, events, onChange: refresh.now, cleanup }),
    copyText: config.copyText,
    refresh: refresh.now,
  }
}

/** Tells of changes, once there is a whole state to tell. */
function createRefresh() {
  let tell = () => {}
  return {
    now: () => tell(),
    start(...listeners: readonly (() => void)[]) {
      tell = () => {
        for (const listener of listeners) listener()
      }
      tell()
    },
  }
}

type Credentials = ReturnType<typeof createCredentials>

type StoreDeps = {
  readonly events: WorkbenchEvents
  readonly settings: SettingsService
  readonly credentials: Credentials
  readonly signedCallbacks: ReturnType<typeof createSignedCallbacks>
  readonly notices: ReturnType<typeof createNotices>
  readonly cleanup: AsyncDisposableStack
}

async function openStore(config: WorkbenchConfig, deps: StoreDeps): Promise<Store> {
  const { events, settings, credentials, signedCallbacks, notices, cleanup } = deps
  const store = await createStore({
    folder: config.dataFolder,
    startThread: config.startStoreThread,
    secrets: judgeSecrets(credentials),
    durability: settings.get().durability,
    log: config.log,
    onStopped: notices.add,
    onEvent(event) {
      publishStoreEvent(event, events)
      if (event.kind === 'derived') signedCallbacks.judged(event.callbacks)
    },
  })
  cleanup.defer(store.dispose)
  return store
}

function judgeSecrets({ signatureSecrets, apiSecrets }: Credentials): JudgeSecrets {
  return { signatureSecrets: signatureSecrets(), apiSecrets: apiSecrets() }
}

type DeskDeps = {
  readonly profiles: ReturnType<typeof createProfiles>
  readonly credentials: ReturnType<typeof createCredentials>
  readonly messagesUrl: (profile: Profile) => string | null
  readonly store: Store
  readonly cleanup: AsyncDisposableStack
}

function openReplyDesk({ profiles, credentials, messagesUrl, store, cleanup }: DeskDeps) {
  const client = createMessagesClient({ nowMs })
  cleanup.defer(client.dispose)
  return createReplyDesk({
    activeProfile: profiles.active,
    keyOf: credentials.keyOf,
    baseUrlOf: messagesUrl,
    makeToken: (key, applicationId) => createApiToken({ key, applicationId }, { nowMs, newUuid: randomUUID }),
    send: client.send,
    save: store.saveReply,
    nowMs,
    newId: randomUUID,
  })
}

function openTokenDesk({
  profiles,
  credentials,
  secrets,
  cleanup,
}: Omit<DeskDeps, 'messagesUrl' | 'store'> & { readonly secrets: Secrets }) {
  const applications = createApplicationClient()
  cleanup.defer(applications.dispose)
  return createTokenDesk({
    ...credentials,
    profiles,
    secrets,
    lookUpApplication: applications.look,
    nowMs,
    newUuid: randomUUID,
  })
}

/** Signatures are judged with the secrets there are: new ones may settle what was unknown. */
function rejudge(store: Store, credentials: Credentials, { log }: WorkbenchConfig): void {
  store
    .rebuild(judgeSecrets(credentials))
    .catch((err: unknown) => log.error({ err }, 'Signatures could not be judged anew.'))
}
