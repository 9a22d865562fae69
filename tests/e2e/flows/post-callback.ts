import { randomUUID } from 'node:crypto'

/** Posts a body as Vonage would and resolves with the status it was answered. */
export async function postCallback(url: string, body: string | Uint8Array<ArrayBuffer>): Promise<number> {
  const headers = { 'content-type': 'application/json' }
  return (await fetch(url, { method: 'POST', headers, body })).status
}

type Change = Readonly<Record<string, unknown>>

/** An inbound text of the v1 format, with anything changed. */
export function inboundText(text: string, change: Change = {}): string {
  return JSON.stringify({
    channel: 'messenger',
    message_uuid: randomUUID(),
    to: '1111111111111111',
    from: '2222222222222222',
    timestamp: new Date().toISOString(),
    message_type: 'text',
    text,
    ...change,
  })
}

/** A status of the v1 format that belongs to no reply, with anything changed. */
export function statusOf(status: string, change: Change = {}): string {
  return JSON.stringify({
    channel: 'messenger',
    message_uuid: randomUUID(),
    to: '2222222222222222',
    from: '1111111111111111',
    timestamp: new Date().toISOString(),
    status,
    ...change,
  })
}
