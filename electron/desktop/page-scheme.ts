import { protocol } from 'electron'
import { PAGE_SCHEME } from './page-address.ts'

/** Gives the page's scheme what https has: an origin, a secure context and `fetch`. Only possible before `ready`. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}
