import { createHash } from 'node:crypto'
import type { ApiVersion, CallbackKind, ReadCallback, SignatureState } from '#shared/callback.ts'
import { summaryOf, typeOf } from '#shared/messenger/describe-callback.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { readCallback } from '#shared/messenger/read-callback.ts'
import type { StoredIntake } from './intake.ts'

/** What the store asks about a callback's signature; answered with the secrets, which the store never sees. */
export type SignatureJudge = (
  intake: StoredIntake,
  countEarlier: (jti: string, beforeSeq: number) => number,
) => {
  readonly state: SignatureState
  readonly jti: string | null
  /** Whose callback it is, as the signature's token says. */
  readonly apiKey?: string | null
  readonly applicationId?: string | null
}

/** A row of the table `callback`: what is derived from one intake. */
export type DerivedCallback = {
  readonly seq: number
  readonly receivedAtMs: number
  readonly sizeBytes: number
  readonly kind: CallbackKind
  readonly version: ApiVersion | null
  readonly type: string
  readonly psid: string | null
  readonly pageId: string | null
  readonly messageUuid: string | null
  readonly summary: string
  readonly errorCode: string | null
  readonly errorReason: string | null
  readonly hasError: boolean
  readonly signature: SignatureState
  readonly jti: string | null
  readonly apiKey: string | null
  readonly applicationId: string | null
  /** Beginning of the SHA-256 of the body of a message or status: what tells a repeated delivery from another event. */
  readonly contentHash: string | null
  /** The first delivery of the same event; null when this is the first. */
  readonly firstSeq: number | null
  /** For an inbound message: when the person wrote it, which opens the 24-hour window. */
  readonly windowFromMs: number | null
}

/** What earlier callbacks say about a new one. */
export type EventHistory = {
  readonly countEarlier: (jti: string, beforeSeq: number) => number
  readonly firstDelivery: (event: SameEvent) => number | null
}
export type SameEvent = {
  readonly messageUuid: string
  readonly kind: string
  readonly contentHash: string
  readonly beforeSeq: number
}

/** Derives everything the lists and searches need from one captured request. */
export function deriveCallback(
  intake: StoredIntake,
  judge: SignatureJudge,
  history: EventHistory,
): DerivedCallback {
  const read = readCallback(intake)
  const isMessage = read.kind !== 'other'
  const error = read.kind === 'status' ? read.error : null
  const { state, jti, apiKey = null, applicationId = null } = judge(intake, history.countEarlier)
  const contentHash = isMessage ? hashOf(intake.body) : null
  return {
    seq: intake.seq,
    receivedAtMs: intake.receivedAtMs,
    sizeBytes: sizeOf(intake),
    kind: read.kind,
    version: isMessage ? read.version : null,
    type: typeOf(read),
    psid: isMessage ? read.psid : null,
    pageId: isMessage ? read.pageId : null,
    messageUuid: isMessage ? read.messageUuid : null,
    summary: summaryOf(read),
    errorCode: error?.code ?? null,
    errorReason: error?.reason ?? null,
    hasError: error !== null || (read.kind === 'status' && isFailedStatus(read.status)),
    signature: state,
    jti,
    apiKey,
    applicationId,
    contentHash,
    firstSeq: firstSeqOf(read, contentHash, intake.seq, history),
    windowFromMs:
      read.kind === 'inbound' ? windowFromMs(read.timestamp?.atMs ?? null, intake.receivedAtMs) : null,
  }
}

/** 128 bits: enough to tell bodies apart, and half the space. */
function hashOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url').slice(0, 22)
}

/** What a callback takes up, as far as its sender decides. */
function sizeOf({ body, path, headers }: StoredIntake): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, body.length + path.length)
}

function firstSeqOf(
  read: ReadCallback,
  contentHash: string | null,
  seq: number,
  history: EventHistory,
): number | null {
  if (read.kind === 'other' || contentHash === null) return null
  return history.firstDelivery({
    messageUuid: read.messageUuid,
    kind: read.kind,
    contentHash,
    beforeSeq: seq,
  })
}

/** Vonage delivers for up to a day after the event. */
const LONGEST_DELIVERY_MS = 24 * 3_600_000

/** The callback's own time where a delivery can have taken that long, else its arrival: an example may be years old. */
function windowFromMs(writtenAtMs: number | null, receivedAtMs: number): number {
  const tookMs = writtenAtMs === null ? -1 : receivedAtMs - writtenAtMs
  return tookMs >= 0 && tookMs <= LONGEST_DELIVERY_MS ? receivedAtMs - tookMs : receivedAtMs
}
