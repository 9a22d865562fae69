import { assertNever } from '../assert-never.ts'
import type { Explanation } from '../errors.ts'

/**
 * Why no answer came. `unreachable`: no connection in time or no route; `timeout`: connected, but no whole answer in
 * time; `broken`: the connection ended or what came was not HTTP; `proxy`: it failed between here and the proxy.
 */
export type NetworkFailureKind =
  | 'dns'
  | 'refused'
  | 'unreachable'
  | 'tls'
  | 'timeout'
  | 'broken'
  | 'proxy'
  | 'cancelled'

export type NetworkFailure = {
  readonly kind: NetworkFailureKind
  /** The system's own code, such as ECONNRESET; null when there is none. */
  readonly systemCode: string | null
}

/** Explains a request that got no answer. `host` is the host and port it went to. */
export function explainNetwork(failure: NetworkFailure, host: string): Explanation {
  const explanation = { ...explained(failure.kind, host), ...linkOf(failure.kind) }
  if (failure.systemCode === null) return explanation
  return { ...explanation, why: `${explanation.why} (${failure.systemCode})` }
}

const ENVIRONMENT_OF_NODE = 'https://nodejs.org/docs/latest/api/cli.html#environment-variables'
const STATUS_OF_VONAGE = 'https://vonageapi.statuspage.io'
const MESSAGES_API = 'https://developer.vonage.com/en/api/messages'

/** Where there is more to read: the right addresses, the state of the service, or the variables that are meant. */
const LINKS: Readonly<Record<NetworkFailureKind, string | null>> = {
  dns: MESSAGES_API,
  refused: MESSAGES_API,
  unreachable: STATUS_OF_VONAGE,
  tls: ENVIRONMENT_OF_NODE,
  timeout: STATUS_OF_VONAGE,
  broken: STATUS_OF_VONAGE,
  proxy: ENVIRONMENT_OF_NODE,
  cancelled: null,
}

function linkOf(kind: NetworkFailureKind): { readonly link?: string } {
  const link = LINKS[kind]
  return link === null ? {} : { link }
}

function explained(kind: NetworkFailureKind, host: string): Explanation {
  switch (kind) {
    case 'dns':
      return {
        code: 'NETWORK_DNS',
        what: `The name of ${host} was not found.`,
        why: 'The name does not exist, or this computer has no name service right now.',
        fix: 'Check the spelling of the base URL and the network connection.',
      }
    case 'refused':
      return {
        code: 'NETWORK_REFUSED',
        what: `${host} refused the connection.`,
        why: 'No program listens at that address and port.',
        fix: 'Check the base URL, and that the server is running.',
      }
    case 'unreachable':
      return {
        code: 'NETWORK_TIMEOUT',
        what: `No connection to ${host} could be made.`,
        why: 'The network gave no way to it in time. A firewall may drop the packets.',
        fix: 'Check the network connection, VPN and firewall, then send again. Nothing was sent.',
      }
    case 'tls':
      return {
        code: 'NETWORK_TLS',
        what: `No secure connection to ${host} could be made.`,
        why: 'The server’s certificate was not accepted, or the port does not speak TLS.',
        fix: 'Check that the base URL has the right http or https. A company proxy may need its certificate in NODE_EXTRA_CA_CERTS.',
      }
    default:
      return explainedUnderway(kind, host)
  }
}

/** Failures after which the message may or may not have arrived. */
function explainedUnderway(
  kind: Exclude<NetworkFailureKind, 'dns' | 'refused' | 'unreachable' | 'tls'>,
  host: string,
): Explanation {
  switch (kind) {
    case 'timeout':
      return {
        code: 'NETWORK_TIMEOUT',
        what: `${host} did not answer in time.`,
        why: 'The connection stood, but no complete answer came.',
        fix: 'The message may have been taken. Wait for a status callback before you send again.',
      }
    case 'broken':
      return {
        code: 'NETWORK_BROKEN',
        what: `The connection to ${host} broke before an answer came.`,
        why: 'The other side closed it, or answered with something that is not HTTP.',
        fix: 'The message may have been taken. Wait for a status callback before you send again.',
      }
    case 'proxy':
      return {
        code: 'NETWORK_PROXY',
        what: `The proxy on the way to ${host} did not let the request through.`,
        why: 'The proxy could not be reached, or refused the connection.',
        fix: 'Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY in the environment this app was started in.',
      }
    case 'cancelled':
      return {
        code: 'CANCELLED',
        what: `The request to ${host} was cancelled.`,
        why: 'It was stopped here before an answer came.',
        fix: 'The message may have been taken. Wait for a status callback before you send again.',
      }
    default:
      return assertNever(kind)
  }
}
