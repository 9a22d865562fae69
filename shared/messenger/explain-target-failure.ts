import { assertNever } from '../assert-never.ts'
import type { Explanation } from '../errors.ts'
import { explainNetwork, type NetworkFailure } from './explain-network.ts'

/**
 * Explains why one's own webhook server gave no answer to a callback. `host` is the host and port it went to. The same
 * facts as of any request, but what to do about them is in one's own server.
 */
export function explainTargetFailure(failure: NetworkFailure, host: string): Explanation {
  const { link: _aboutVonage, ...facts } = explainNetwork(failure, host)
  return { ...facts, fix: fixOf(failure.kind) ?? facts.fix }
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
