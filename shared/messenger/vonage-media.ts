/** Hosts of Vonage's APIs, among them those that keep inbound media for 48 hours. */
const API_HOST = /^api[a-z0-9-]*\.(nexmo|vonage)\.com$/

/**
 * Whether a URL is one of Vonage's own, which asks for a token of the application when `authenticate_inbound_media` is
 * on. Only over HTTPS and the standard port: a token goes nowhere else.
 * Source: Vonage Messages API, "Secure inbound media".
 */
export function isVonageMedia(url: {
  readonly protocol: string
  readonly hostname: string
  readonly port: string
}): boolean {
  return url.protocol === 'https:' && url.port === '' && API_HOST.test(url.hostname)
}
