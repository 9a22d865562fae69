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

/** A body that no serialiser would write alike: escapes, spacing, an emoji and both kinds of line end. */
export function oddText(text: string): string {
  return (
    '{ "channel":"messenger",\r\n\t"message_uuid" : "aaaaaaaa-0000-4000-8000-000000000001",' +
    '"to":"1111111111111111",  "from":"2222222222222222",\n"timestamp":"2026-02-01T10:00:00.000Z",' +
    `"message_type":"text","text":"${text} \\u00fc \\/ 🚲 \u2028", "extra": 1.0e2}\r\n`
  )
}
