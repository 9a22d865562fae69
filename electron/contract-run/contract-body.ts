import type { ContractCase } from '#shared/contract-run.ts'
import type { JsonObject } from '#shared/messenger/json-value.ts'
import {
  type DeliveryError,
  inboundBody,
  type SimulatedContent,
  type SimulatedStatus,
  statusBody,
} from '#shared/messenger/simulated-callbacks.ts'

export type BodyDeps = { readonly nowMs: () => number; readonly newId: () => string }

/** Made up; real ids of a person and of a Page look the same. */
const PSID = '6418203957741120'
const PAGE_ID = '1078330640641367'

const CONTENT: Readonly<Record<string, SimulatedContent>> = {
  text: { type: 'text', text: 'Hello, is my order on its way? 👋' },
  image: { type: 'image', url: 'https://example.com/photo.jpg' },
  audio: { type: 'audio', url: 'https://example.com/voice.mp3' },
  video: { type: 'video', url: 'https://example.com/clip.mp4' },
  file: { type: 'file', url: 'https://example.com/order.pdf' },
  unsupported: { type: 'unsupported' },
}

type StatusFacts = Pick<SimulatedStatus, 'status' | 'usage'> & {
  readonly error: Omit<DeliveryError, 'instance'> | null
}

/** Errors in Vonage’s words. Source: Messages API error codes, 1340 (24-hour window) and 1300. */
const STATUSES: Readonly<Record<string, StatusFacts>> = {
  submitted: { status: 'submitted', usage: null, error: null },
  delivered: { status: 'delivered', usage: { currency: 'EUR', price: '0.0010' }, error: null },
  read: { status: 'read', usage: null, error: null },
  rejected: {
    status: 'rejected',
    usage: null,
    error: {
      code: 1340,
      reason: 'Outside of the allowed window',
      explanation: 'The message was sent outside of the 24-hour window.',
    },
  },
  undeliverable: {
    status: 'undeliverable',
    usage: null,
    error: {
      code: 1300,
      reason: 'Not part of the provider network',
      explanation: 'The number or ID is not a user in the provider network.',
    },
  },
}

/** The body of a case's callback, with a message_uuid that no server has seen before. */
export function contractBody({ version, kind, type }: ContractCase, deps: BodyDeps): JsonObject {
  const common = {
    version,
    messageUuid: deps.newId(),
    pageId: PAGE_ID,
    psid: PSID,
    atMs: deps.nowMs(),
  }
  if (kind === 'inbound') return inboundBody({ ...common, content: known(CONTENT, type) })
  const { status, usage, error } = known(STATUSES, type)
  return statusBody({
    ...common,
    status,
    usage,
    error: error === null ? null : { ...error, instance: deps.newId().replaceAll('-', '') },
    clientRef: null,
  })
}

function known<T>(table: Readonly<Record<string, T>>, type: string): T {
  const entry = table[type]
  if (entry === undefined) throw new Error(`no callback of the type ${type}`)
  return entry
}
