import type { Target } from './target.ts'

type Addresses = Pick<Target, 'baseUrl' | 'inboundPath' | 'statusPath'>

/** Where a target takes inbound messages or statuses: the webhook's path behind the base URL, and its path if it has one. */
export function targetUrl(
  { baseUrl, inboundPath, statusPath }: Addresses,
  webhook: 'inbound' | 'status',
): URL {
  const { origin, pathname } = new URL(baseUrl)
  return new URL(
    `${origin}${pathname.replace(/\/+$/, '')}${webhook === 'inbound' ? inboundPath : statusPath}`,
  )
}
