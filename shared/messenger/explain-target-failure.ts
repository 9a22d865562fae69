import { assertNever } from '../assert-never.ts'
import type { Explanation } from '../errors.ts'
import { explainNetwork, type NetworkFailure } from './explain-network.ts'

/**
 * Explains why one's own webhook server gave no answer to a callback. `host` is the host and port it went to. The same
 * facts as of any request, but what to do about them is in one's own server.
 */
export function explainTargetFailure(
  failure: NetworkFailure,
  host: string,
  /** The status, where that much of an answer came. */
  httpStatus: number | null = null,
): Explanation {
  const { link: _aboutVonage, ...facts } = explainNetwork(failure, host)
  return {
    ...facts,
    fix: fixOf(failure.kind) ?? facts.fix,
    ...(failure.systemCode === 'UND_ERR_HEADERS_OVERFLOW' && headersTooLarge(host)),
    ...(httpStatus !== null && unendedAnswer(failure.kind, `${host} answered ${httpStatus}`)),
  }
}

function headersTooLarge(host: string) {
  return {
    what: `${host} answered with too many headers.`,
    why: 'They are larger than 16 KiB in all, which is as much as is read.',
    fix: 'Send fewer or shorter ones. Cookies are often the longest.',
  }
}

function unendedAnswer(kind: NetworkFailure['kind'], answered: string) {
  switch (kind) {
    case 'timeout':
      return {
        what: `${answered}, but did not end its answer in time.`,
        why: 'The status and the headers came, and then the body did not end.',
        fix: 'End every answer: in Express, for example, with response.end() or response.json().',
      }
    case 'broken':
      return {
        what: `${answered}, but the connection broke within the body.`,
        why: 'It ended before as much had come as the headers said.',
        fix: 'Compare content-length with what is sent, and look at your server’s log: it may have crashed.',
      }
    default:
      return {}
  }
}

function fixOf(kind: NetworkFailure['kind']): string | null {
  switch (kind) {
    case 'dns':
    case 'tls':
    case 'proxy':
      return null
    case 'refused':
      return 'Start your server, or correct the target’s base URL.'
    case 'unreachable':
      return 'Check the target’s base URL, the network, VPN and firewall.'
    case 'timeout':
      return 'Answer first and do the work afterwards. Vonage expects an answer within a few seconds.'
    case 'broken':
      return 'Look at your server’s log: it may have crashed while it handled the callback.'
    case 'cancelled':
      return 'Your server may have taken the callback. Send it again if you need its answer.'
    default:
      return assertNever(kind)
  }
}
