import { assertNever } from '../assert-never.ts'
import type { BaseUrl } from '../profile.ts'

/**
 * Where the Messages API of a profile is, without the path; null while the simulator does not run.
 * Hosts: Messages API specification, "servers"; sandbox: Vonage, "Messages API Sandbox".
 */
export function resolveBaseUrl(baseUrl: BaseUrl, simulatorUrl: string | null): string | null {
  switch (baseUrl.kind) {
    case 'simulator':
      return simulatorUrl
    case 'production':
      return 'https://api.nexmo.com'
    case 'sandbox':
      return 'https://messages-sandbox.nexmo.com'
    case 'custom':
      return baseUrl.url.replace(/\/+$/, '')
    default:
      return assertNever(baseUrl)
  }
}
