import type { Intake } from '#electron/store/intake.ts'

/** Texts people write, in many scripts, a few words of them common and most of them rare. */
const OPENINGS = [
  'Hello, I have a question about my order',
  'Thank you very much, the delivery has arrived',
  'Guten Tag, ist die grüne Größe noch da?',
  'Bonjour, où est mon colis élégant ?',
  '你好,我的订单在哪里?请帮我查一下物流',
  'こんにちは、注文した靴のサイズを変更できますか',
  'สวัสดีครับ สินค้าจะมาถึงเมื่อไหร่',
  '안녕하세요 배송이 언제 도착하나요',
  'مرحبا، أين طلبي؟',
  'Great service 👍🎉',
]
const TYPES = ['text', 'text', 'text', 'text', 'text', 'text', 'image', 'audio', 'video', 'file'] as const
const STATUSES = [
  'submitted',
  'delivered',
  'read',
  'submitted',
  'delivered',
  'read',
  'submitted',
  'delivered',
  'rejected',
  'undeliverable',
] as const
const CODES = ['1020', '1340', '1360', '1470']
const PAGES = ['107083064136738', '107083064136739', '220391884410027']
const START_MS = Date.UTC(2026, 9, 1)

/** A generator of numbers below `below`, the same ones for the same seed (mulberry32). */
function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** So many callbacks, 2.5 s apart: persons of whom a few write a lot, both API versions, all statuses, some repeats. */
export function* generateCallbacks(count: number, seed = 1): Generator<Intake> {
  const random = seededNumbers(seed)
  let last: Intake | null = null
  for (let index = 0; index < count; index += 1) {
    const receivedAtMs = START_MS + index * 2_500
    // One in a hundred was not acknowledged and comes again.
    if (last !== null && random(100) === 0) yield { ...last, receivedAtMs }
    else {
      last = random(200) === 0 ? strayRequest(receivedAtMs) : callback(index, receivedAtMs, random)
      yield last
    }
  }
}

/** Its person: half of all callbacks come from 20 testers, the rest from 50,000 others. */
function personOf(random: (below: number) => number): string {
  return random(2) === 0 ? `99${1_000_000_000_000 + random(20)}` : `11${1_000_000_000_000 + random(50_000)}`
}

function callback(index: number, receivedAtMs: number, random: (below: number) => number): Intake {
  const isInbound = random(3) === 0
  const ids = { person: personOf(random), page: PAGES[random(PAGES.length)] ?? '' }
  const content = isInbound ? inbound(index, ids, random) : status(ids, random)
  const body = {
    message_uuid: uuid(random),
    timestamp: new Date(receivedAtMs - 200).toISOString(),
    channel: 'messenger',
    ...content,
  }
  const path = isInbound ? '/webhooks/inbound-message' : '/webhooks/message-status'
  const route = isInbound ? 'inbound' : 'status'
  return {
    receivedAtMs,
    route,
    method: 'POST',
    path,
    flaw: null,
    headers: headers(random),
    body: bytesOf(body),
  }
}

type Ids = { readonly person: string; readonly page: string }

function inbound(index: number, { person, page }: Ids, random: (below: number) => number): object {
  const type = TYPES[random(TYPES.length)] ?? 'text'
  const text = `${OPENINGS[random(OPENINGS.length)]} ${word(random)} ${word(random)} no. ${index}`
  const content =
    type === 'text' ? { text } : { [type]: { url: `https://media.example.com/${word(random)}/${index}.bin` } }
  const profile = { profile: { name: `Person ${word(random)}` }, padding: filler(random) }
  if (random(4) > 0) return { to: page, from: person, message_type: type, ...content, ...profile }
  return {
    to: { type: 'messenger', id: page },
    from: { type: 'messenger', id: person },
    message: { content: { type, ...content } },
    ...profile,
  }
}

function status({ person, page }: Ids, random: (below: number) => number): object {
  const name = STATUSES[random(STATUSES.length)] ?? 'submitted'
  const isFailed = name === 'rejected' || name === 'undeliverable'
  const code = CODES[random(CODES.length)] ?? ''
  const error = isFailed
    ? {
        error: {
          type: `https://developer.vonage.com/api-errors/messages#${code}`,
          title: code,
          detail: 'The message could not be delivered to the person',
        },
      }
    : {}
  const usage = {
    usage: { price: '0.0051', currency: 'EUR' },
    client_ref: word(random),
    padding: filler(random),
  }
  return { to: person, from: page, status: name, ...error, ...usage }
}

function headers(random: (below: number) => number): Intake['headers'] {
  const claims = {
    iat: START_MS / 1_000,
    jti: uuid(random),
    iss: 'Vonage',
    payload_hash: hex(64, random),
    api_key: 'abcd1234',
    application_id: 'aaaaaaaa-bbbb-4ccc-8ddd-0123456789ab',
  }
  const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  // One in ten comes unsigned.
  const token = `${coded({ alg: 'HS256', typ: 'JWT' })}.${coded(claims)}.${hex(43, random)}`
  return [
    ['Host', 'quiet-otter.ngrok.app'],
    ['User-Agent', 'Apache-HttpAsyncClient/4.1 (Java/17)'],
    ['Content-Type', 'application/json'],
    ...(random(10) === 0 ? [] : [['Authorization', `Bearer ${token}`] as const]),
  ]
}

function strayRequest(receivedAtMs: number): Intake {
  const headers: Intake['headers'] = [['Host', 'quiet-otter.ngrok.app']]
  return {
    receivedAtMs,
    route: 'other',
    method: 'GET',
    path: '/.env',
    flaw: null,
    headers,
    body: new Uint8Array(),
  }
}

function bytesOf(body: object): Uint8Array {
  return Buffer.from(JSON.stringify(body))
}

/** One of 20,000 words. */
function word(random: (below: number) => number): string {
  return `w${(random(20_000) * 7_919).toString(36)}`
}

function filler(random: (below: number) => number): string {
  return Array.from({ length: 24 }, () => word(random)).join(' ')
}

function hex(length: number, random: (below: number) => number): string {
  return Array.from({ length }, () => random(16).toString(16)).join('')
}

function uuid(random: (below: number) => number): string {
  return [8, 4, 4, 4, 12].map((length) => hex(length, random)).join('-')
}
