import type { SignatureState } from '#shared/callback.ts'
import { summaryOf, typeOf } from '#shared/messenger/describe-callback.ts'
import { readCallback } from '#shared/messenger/read-callback.ts'
import type { StoredIntake } from './intake.ts'

/** What the store asks about a callback's signature; answered with the secrets, which the store never sees. */
export type SignatureJudge = (
  intake: StoredIntake,
  countEarlier: (jti: string, beforeSeq: number) => number,
) => { readonly state: SignatureState; readonly jti: string | null }

/** A row of the table `callback`: what is derived from one intake. */
export type DerivedCallback = {
  readonly seq: number
  readonly kind: string
  readonly version: string | null
  readonly type: string
  readonly psid: string | null
  readonly pageId: string | null
  readonly messageUuid: string | null
  readonly summary: string
  readonly errorCode: string | null
  readonly errorReason: string | null
  readonly signature: SignatureState
  readonly jti: string | null
}

type JtiCount = Parameters<SignatureJudge>[1]

/** Derives everything the lists and searches need from one captured request. */
export function deriveCallback(
  intake: StoredIntake,
  judge: SignatureJudge,
  countEarlier: JtiCount,
): DerivedCallback {
  const read = readCallback(intake)
  const isMessage = read.kind !== 'other'
  const error = read.kind === 'status' ? read.error : null
  const { state, jti } = judge(intake, countEarlier)
  return {
    seq: intake.seq,
    kind: read.kind,
    version: isMessage ? read.version : null,
    type: typeOf(read),
    psid: isMessage ? read.psid : null,
    pageId: isMessage ? read.pageId : null,
    messageUuid: isMessage ? read.messageUuid : null,
    summary: summaryOf(read),
    errorCode: error?.code ?? null,
    errorReason: error?.reason ?? null,
    signature: state,
    jti,
  }
}
