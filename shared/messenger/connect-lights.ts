import type { PageLink } from '../addresses.ts'
import type { Check } from '../check.ts'
import type { ProfileView } from '../profile.ts'
import type { WireError } from '../rpc.ts'
import type { TunnelState } from '../tunnel.ts'

/** Something that is only known when somebody is asked. */
export type Asked<T> =
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: WireError }

/** Everything that has to be so until a message of a Messenger user arrives here. */
export type ConnectFacts = {
  readonly profile: ProfileView
  readonly keyChecks: Asked<readonly Check[]>
  readonly pageLinks: Asked<readonly PageLink[]>
  readonly tunnel: TunnelState
  /** The application has the addresses of this workbench, because it was pointed here or was found so. */
  readonly isPointedHere: Asked<boolean>
  /** The first callback with a valid signature since the profile is in use. */
  readonly signedCallbackAtMs: number | null
}

export type Light = {
  readonly id: 'key' | 'application' | 'page' | 'tunnel' | 'addresses' | 'callback'
  readonly state: 'ok' | 'todo' | 'failed' | 'unknown'
  readonly title: string
  readonly detail: string
  /** What to do next; empty when nothing is. */
  readonly fix: string
}

type Finding = Pick<Light, 'state' | 'detail' | 'fix'>

/**
 * The way from the profile's key to the first real callback, each step with what is so and what to do. A callback that
 * has come through proves the steps before it, whatever could be asked.
 */
export function connectLights(facts: ConnectFacts): readonly Light[] {
  return [
    { id: 'key', title: 'Private key can be read', ...keyLight(facts) },
    { id: 'application', title: 'Key belongs to the application', ...applicationLight(facts) },
    { id: 'page', title: 'Facebook Page is linked', ...pageLight(facts) },
    { id: 'tunnel', title: 'Tunnel is online', ...tunnelLight(facts) },
    { id: 'addresses', title: 'Webhook addresses lead here', ...addressesLight(facts) },
    { id: 'callback', title: 'First callback has arrived', ...callbackLight(facts) },
  ]
}

function keyLight({ profile }: ConnectFacts): Finding {
  const key = profile.secrets.privateKey
  if (key.state === 'set') return ok(`${profile.name} has a key to sign with: ${key.hint}.`)
  if (key.state === 'unreadable') return failed(key.reason, 'Enter the key again in Settings.')
  return todo(`${profile.name} has no private key.`, enter(profile, 'paste the content of private.key'))
}

function applicationLight({ profile, keyChecks }: ConnectFacts): Finding {
  if (profile.baseUrl.kind === 'simulator')
    return ok('The simulator’s application was made together with its key.')
  if (profile.applicationId === '')
    return todo('The profile has no application id.', 'Enter it in Settings, or create an application below.')
  if (keyChecks.kind === 'failed') return failed(sentences(keyChecks.error), keyChecks.error.fix)
  if (keyChecks.kind === 'answered') {
    const fault = keyChecks.value.find((check) => check.ok !== true)
    if (fault === undefined) return ok('Vonage has the public half of this key.')
    return fault.ok === null ? unknown(fault.why, fault.fix) : failed(fault.why, fault.fix)
  }
  if (!hasAccount(profile))
    return unknown('Vonage tells only with API key and secret.', 'Enter both in Settings to compare.')
  return unknown('Not compared yet.', 'Ask Vonage for the application’s public key.')
}

function pageLight({ profile, pageLinks, signedCallbackAtMs }: ConnectFacts): Finding {
  if (profile.baseUrl.kind === 'simulator') return ok('The simulator has a Page of its own.')
  if (profile.baseUrl.kind === 'sandbox')
    return ok('The sandbox has a Page of Vonage. Allow-list your own account.')
  if (pageLinks.kind === 'answered') return linkedPages(profile, pageLinks.value)
  if (signedCallbackAtMs !== null) return ok(`A callback has come through, so it is. ${EXPIRY}`)
  if (pageLinks.kind === 'failed')
    return unknown(`Vonage does not tell: ${sentences(pageLinks.error)}`, LINK_STEPS)
  return unknown('Not known yet. The first callback proves it.', LINK_STEPS)
}

function linkedPages({ applicationId }: ProfileView, links: readonly PageLink[]): Finding {
  const own = links.filter(({ applications }) => applications.includes(applicationId))
  const nameOf = ({ name, pageId }: PageLink) => (name === '' ? pageId : `${name} (${pageId})`)
  if (own.length > 0) return ok(`${own.map(nameOf).join(', ')}. ${EXPIRY}`)
  if (links.length === 0) return todo('No Page is linked to this account.', LINK_STEPS)
  return todo(`${links.map(nameOf).join(', ')}: linked to the account, not to this application.`, LINK_STEPS)
}

function tunnelLight({ profile, tunnel }: ConnectFacts): Finding {
  if (profile.baseUrl.kind === 'simulator') return ok('The simulator reaches the listener without one.')
  switch (tunnel.state) {
    case 'online':
      return ok(`${tunnel.url} leads to the listener.`)
    case 'failed':
      return failed(sentences(tunnel.explanation), tunnel.explanation.fix)
    case 'reconnecting':
      return failed('The connection was lost and is being made anew.', 'Wait a moment.')
    case 'off':
      return todo(
        'The tunnel is off.',
        'Start it in the header, or give your own address when you point the application here.',
      )
    case 'starting':
    case 'checking':
      return unknown('The tunnel is starting.', 'Wait a moment.')
  }
}

function addressesLight({ profile, isPointedHere }: ConnectFacts): Finding {
  if (profile.baseUrl.kind === 'sandbox')
    return unknown(
      'The sandbox has two addresses of its own, which no API sets.',
      'Set them by hand, see below.',
    )
  if (isPointedHere.kind === 'failed') return failed(sentences(isPointedHere.error), isPointedHere.error.fix)
  if (isPointedHere.kind === 'answered' && isPointedHere.value)
    return ok('The application sends its callbacks here.')
  if (!hasAccount(profile))
    return unknown(
      'Without API key and secret nobody can tell.',
      'Set both addresses in the dashboard by hand.',
    )
  const fix = 'Point the application here. Its former addresses are kept and put back.'
  return isPointedHere.kind === 'answered'
    ? todo('The application sends its callbacks elsewhere.', fix)
    : unknown('Not looked at yet.', fix)
}

function callbackLight({ profile, signedCallbackAtMs }: ConnectFacts): Finding {
  if (signedCallbackAtMs !== null) return ok('A callback with a valid signature has come through.')
  if (profile.secrets.signatureSecret.state !== 'set')
    return todo(
      'Without the signature secret no callback can be told from a forged one.',
      enter(profile, 'enter the signature secret from the dashboard'),
    )
  const fix =
    profile.baseUrl.kind === 'simulator'
      ? 'Write as a person on the Simulate page.'
      : 'Write to the Page in Messenger, as a person who may: while the app is in development that is its testers only.'
  return todo('None has arrived since this profile came into use.', fix)
}

const EXPIRY = 'The link ends after 90 days and has to be made anew then.'
const LINK_STEPS = 'Link the Page in the Vonage dashboard, step by step below.'

/** Only a stored profile can be filled in. */
function enter({ origin }: ProfileView, what: string): string {
  return origin === 'stored'
    ? `Settings, this profile: ${what}.`
    : `Settings: duplicate the profile, then ${what} in the copy.`
}

function hasAccount({ apiKey, secrets }: ProfileView): boolean {
  return apiKey !== '' && secrets.apiSecret.state === 'set'
}

function sentences({ what, why }: WireError): string {
  return `${what} ${why}`
}

function ok(detail: string): Finding {
  return { state: 'ok', detail, fix: '' }
}

function todo(detail: string, fix: string): Finding {
  return { state: 'todo', detail, fix }
}

function failed(detail: string, fix: string): Finding {
  return { state: 'failed', detail, fix }
}

function unknown(detail: string, fix: string): Finding {
  return { state: 'unknown', detail, fix }
}
