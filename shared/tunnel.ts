import { z } from 'zod'
import { SecretChange, SecretView } from './profile.ts'
import { WireError } from './rpc.ts'

/** How the listener is reached from the internet. */
export const TunnelDriverName = z.enum(['none', 'ngrok', 'pasted-url'])
export type TunnelDriverName = z.infer<typeof TunnelDriverName>

/** Host name of a domain, as it is written in addresses; empty: none is asked for. */
const DOMAIN = /^$|^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i
const HOST_AND_PORT = /^$|^[a-z0-9.-]+:\d{1,5}$/i

export const TunnelSettings = z.object({
  driver: TunnelDriverName,
  /** A domain of the ngrok account; empty: the account's own or a random one. */
  domain: z.string().trim().max(253).regex(DOMAIN, 'Enter a host name without https:// and path.'),
  /** Host and port of ngrok's service; empty: the nearest region of the public one. */
  serverAddress: z.string().trim().max(300).regex(HOST_AND_PORT, 'Enter host and port, host:443.'),
  /** Path of a PEM file, or `host` for the authorities this system trusts; empty: ngrok's own. */
  caCertPath: z.string().trim().max(1_000),
  /** Address of a tunnel that somebody else runs, to which webhook paths are added. */
  pastedUrl: z.union([
    z.literal(''),
    z
      .string()
      .trim()
      .max(1_000)
      .pipe(z.url({ protocol: /^https?$/, error: 'Enter an address that starts with https://.' })),
  ]),
  /** Whether public webhook addresses hold a random path segment. */
  usesSecretSegment: z.boolean(),
})
export type TunnelSettings = Readonly<z.infer<typeof TunnelSettings>>

export const defaultTunnelSettings: TunnelSettings = {
  driver: 'none',
  domain: '',
  serverAddress: '',
  caCertPath: '',
  pastedUrl: '',
  usesSecretSegment: false,
}

/**
 * What the tunnel does at this moment. `online` is only ever said after a request went out to the public address and
 * came back through the listener. Times are Unix milliseconds.
 */
export const TunnelState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('off') }),
  z.object({ state: z.literal('starting'), sinceMs: z.number() }),
  /** The address stands; a request to it is under way. */
  z.object({ state: z.literal('checking'), url: z.string() }),
  z.object({
    state: z.literal('online'),
    url: z.string(),
    sinceMs: z.number(),
    /** Of the last request to the public address and back. */
    latencyMs: z.number(),
  }),
  /** It was online. `attempt` 0: the connection may come back by itself. */
  z.object({
    state: z.literal('reconnecting'),
    sinceMs: z.number(),
    attempt: z.int(),
    /** Null while an attempt is under way. */
    nextTryAtMs: z.number().nullable(),
    explanation: WireError,
  }),
  /**
   * It could not be had since it was started, or trying again is of no use. `nextTryAtMs` null: it is being tried right
   * now (`isTrying`), or not until told so.
   */
  z.object({
    state: z.literal('failed'),
    code: z.string(),
    explanation: WireError,
    attempt: z.int(),
    nextTryAtMs: z.number().nullable(),
    isTrying: z.boolean(),
  }),
])
export type TunnelState = Readonly<z.infer<typeof TunnelState>>

/** The addresses to give to Vonage. */
export const PublicAddresses = z.object({ inboundUrl: z.string(), statusUrl: z.string() })
export type PublicAddresses = Readonly<z.infer<typeof PublicAddresses>>

export const TunnelView = z.object({
  state: TunnelState,
  settings: TunnelSettings,
  /** Null while no public address is known. */
  addresses: PublicAddresses.nullable(),
  /** From NGROK_AUTHTOKEN it is used for this run and never stored; it goes before a stored one. */
  authtoken: z.object({ origin: z.enum(['environment', 'stored']), view: SecretView }),
})
export type TunnelView = Readonly<z.infer<typeof TunnelView>>

export const TunnelSettingsInput = z.object({ settings: TunnelSettings, authtoken: SecretChange })
export type TunnelSettingsInput = Readonly<z.infer<typeof TunnelSettingsInput>>
