import type { SimulatorDelivery } from '#shared/simulator.ts'
import { durationText } from '../../format/format-duration.ts'

/** What a delivery was answered. */
export function resultText(result: SimulatorDelivery['result']): string {
  if (result.kind === 'failed') return `failed: ${result.reason}`
  return `${result.httpStatus} in ${durationText(result.durationMs)}`
}

/** Whether the answer was one of success. */
export function isTaken({ result }: Pick<SimulatorDelivery, 'result'>): boolean {
  return result.kind === 'answered' && result.httpStatus >= 200 && result.httpStatus < 300
}

export type Addresses = { readonly inboundUrl: string; readonly statusUrl: string }

/** The address a delivery went to; of the listener's own, the path says enough. */
export function shortUrl(url: string, listener: Addresses | null): string {
  return listener !== null && isOf(listener, url) ? new URL(url).pathname : url
}

/**
 * Whether the listener has captured a delivery in a way that its message_uuid finds it again: it was answered there, and
 * its body is readable.
 */
export function isCaptured(delivery: SimulatorDelivery, listener: Addresses | null): boolean {
  if (listener === null || delivery.result.kind === 'failed' || delivery.fault === 'broken-json') return false
  return isOf(listener, delivery.url)
}

function isOf({ inboundUrl, statusUrl }: Addresses, url: string): boolean {
  return url === inboundUrl || url === statusUrl
}
