import { isPageAddress } from './page-address.ts'

/** Where documentation and dashboards linked from the page live. Nothing else is opened in the browser. */
const DOCUMENTATION_HOSTS = [
  'developer.vonage.com',
  'api.support.vonage.com',
  'dashboard.vonage.com',
  'ngrok.com',
  'developers.facebook.com',
]

export type LinkVerdict = 'own-page' | 'open-in-browser' | 'denied'

/** What may happen with an address the page wants to go to. */
export function judgeLink(address: string): LinkVerdict {
  if (isPageAddress(address)) return 'own-page'
  return isDocumentation(address) ? 'open-in-browser' : 'denied'
}

function isDocumentation(address: string): boolean {
  const url = URL.parse(address)
  return (
    url !== null &&
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    DOCUMENTATION_HOSTS.includes(url.hostname)
  )
}
