import type { NetworkFailure } from '../messenger/explain-network.ts'

/** What answered a request to the public address instead of the listener. */
export type WrongAnswer = {
  readonly httpStatus: number
  /** A page or a redirect: a login of a network, a proxy, or a warning page. */
  readonly isPage: boolean
  /** ngrok's code in the answer, such as ERR_NGROK_3200; null when there is none. */
  readonly serviceCode: string | null
}

/** Why there is no tunnel. Holds no authtoken: texts of the service are kept only after it was taken out. */
export type TunnelFailure =
  /** ngrok's service refused, with its code. */
  | { readonly kind: 'refused'; readonly serviceCode: string; readonly message: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'tls' }
  | { readonly kind: 'nonsense' }
  | { readonly kind: 'lost' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'no-listener' }
  /** The service took the connection and did not answer within the limit. */
  | { readonly kind: 'timeout'; readonly step: 'connect' | 'bind'; readonly limitMs: number }
  /** The endpoint was stopped at the service. */
  | { readonly kind: 'stopped'; readonly message: string }
  | { readonly kind: 'options'; readonly message: string }
  | { readonly kind: 'agent'; readonly message: string }
  | { readonly kind: 'other'; readonly message: string }
  | { readonly kind: 'not-back'; readonly host: string; readonly failure: NetworkFailure }
  | { readonly kind: 'wrong-answer'; readonly host: string; readonly answer: WrongAnswer }

const CODE = /error_code: (ERR_NGROK_\d+)\s*$/

/** Sorts what the ngrok SDK threw. `errorCode` is the service's, where the SDK found one. */
export function tunnelFailureOf(message: string, errorCode: string | null): TunnelFailure {
  const serviceCode = errorCode ?? CODE.exec(message)?.[1] ?? null
  if (serviceCode !== null) return { kind: 'refused', serviceCode, message: serviceText(message) }
  if (message.includes('failed to establish tcp connection')) return { kind: 'unreachable' }
  if (message.includes('tls handshake error')) return { kind: 'tls' }
  if (message.includes('failed to deserialize rpc response')) return { kind: 'nonsense' }
  if (message.includes('failed to open muxado stream') || message.includes('transport error'))
    return { kind: 'lost' }
  if (message.includes('invalid server address') || message.includes('os error'))
    return { kind: 'options', message }
  return { kind: 'other', message }
}

/** The service's own words, without what the SDK puts around them. */
function serviceText(message: string): string {
  return message
    .replace(CODE, '')
    .replace(/^failed to [a-z ]+: /, '')
    .trim()
}

/** Takes the authtoken out of a text: the service's errors repeat it, whole or masked. */
export function withoutAuthtoken(text: string, authtoken: string | null): string {
  const shown = authtoken === null || authtoken === '' ? text : text.replaceAll(authtoken, '[redacted]')
  return shown.replace(/(your authtoken:)[^\n]*?(?=\s*(error_code:|\n|$))/gi, '$1 [redacted]')
}
