import { assertNever } from '../assert-never.ts'
import type { BaseUrl } from '../profile.ts'

/**
 * Where the Application API of a profile is, without the path; null for the simulator, which has none. The sandbox has
 * none of its own: applications are looked up in production. Source: Application API v2 specification, "servers".
 */
export function applicationApiOrigin(baseUrl: BaseUrl): string | null {
  switch (baseUrl.kind) {
    case 'simulator':
      return null
    case 'production':
    case 'sandbox':
      return 'https://api.nexmo.com'
    case 'custom': {
      const { protocol, host } = new URL(baseUrl.url)
      return `${protocol}//${host}`
    }
    default:
      return assertNever(baseUrl)
  }
}
