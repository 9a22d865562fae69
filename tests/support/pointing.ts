import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { accountOf } from '#electron/addresses/account-of.ts'
import { createJournal } from '#electron/addresses/journal.ts'
import { createPointing } from '#electron/addresses/pointing.ts'
import { webhookTarget } from '#electron/addresses/webhook-target.ts'
import { createApplicationClient } from '#electron/vonage/application-client.ts'
import type { PointRequest } from '#shared/addresses.ts'
import type { Explanation } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import { APPLICATION } from './simulator.ts'
import { tempFolder } from './temp-folder.ts'

const BASIC = `Basic ${Buffer.from(`${APPLICATION.apiKey}:${APPLICATION.apiSecret}`).toString('base64')}`
const LOCAL = {
  inbound: 'http://127.0.0.1:4180/webhooks/inbound-message',
  status: 'http://127.0.0.1:4180/webhooks/message-status',
}
export const TUNNEL = {
  inbound: 'https://tunnel.example/webhooks/inbound-message',
  status: 'https://tunnel.example/webhooks/message-status',
}
export const POINT: PointRequest = {
  profileId: 'shop',
  applicationId: APPLICATION.id,
  publicUrl: null,
  version: null,
}

type Options = {
  readonly url: string
  readonly dataFolder?: string
  readonly apiSecret?: string | null
  readonly publicWebhookUrls?: () => typeof TUNNEL | null
  readonly findProfile?: (own: Profile) => Profile
}

/** Pointing as the app does it, for one profile whose Application API is at `url`. */
export function openPointing({ url, dataFolder = tempFolder(), ...options }: Options) {
  const {
    apiSecret = APPLICATION.apiSecret,
    publicWebhookUrls = () => TUNNEL,
    findProfile = (own) => own,
  } = options
  const shop: Profile = {
    id: 'shop',
    name: 'Shop',
    applicationId: APPLICATION.id,
    apiKey: APPLICATION.apiKey,
    baseUrl: { kind: 'custom', url },
  }
  const notices: Explanation[] = []
  const api = createApplicationClient()
  onTestFinished(() => api.dispose())
  const journal = createJournal({
    dataFolder,
    onUnreadable: (explanation) => notices.push(explanation),
    onChange: () => {},
  })
  const pointing = createPointing({
    journal,
    api,
    findProfile: () => findProfile(shop),
    accountOf: (profile) =>
      accountOf(profile, { secrets: { get: () => apiSecret }, simulatorUrl: () => null }),
    targetOf: (profile, publicUrl, apiOrigin) =>
      webhookTarget({ profile, publicUrl, apiOrigin }, { listenerUrls: () => LOCAL, publicWebhookUrls }),
    notify: (explanation) => notices.push(explanation),
    nowMs: () => Date.now(),
    newId: randomUUID,
  })
  return { pointing, api, notices, dataFolder, journalText: () => journalText(dataFolder) }
}

/** Everything the journal has on disk, as text. */
function journalText(dataFolder: string): string {
  const folder = join(dataFolder, 'address-journal')
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

/** The application at a simulator, as raw text and as what it says of its addresses. */
export async function applicationAt(url: string) {
  const response = await fetch(`${url}/v2/applications/${APPLICATION.id}`, {
    headers: { authorization: BASIC },
  })
  const text = await response.text()
  const { webhooks, version } = JSON.parse(text).capabilities.messages
  return {
    text,
    version,
    inbound: webhooks?.inbound_url?.address ?? null,
    status: webhooks?.status_url?.address ?? null,
  }
}

/** Changes the application at a simulator as somebody else would. */
export async function changeAt(url: string, change: (text: string) => string): Promise<void> {
  const { text } = await applicationAt(url)
  await fetch(`${url}/v2/applications/${APPLICATION.id}`, {
    method: 'PUT',
    headers: { authorization: BASIC, 'content-type': 'application/json' },
    body: change(text),
  })
}
