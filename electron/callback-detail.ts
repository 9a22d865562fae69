import type { CallbackDetail, Delivery, SignatureState } from '#shared/callback.ts'
import type { Check } from '#shared/check.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { readCallback } from '#shared/messenger/read-callback.ts'
import { fitRetry } from '#shared/messenger/retry-schedule.ts'
import { exactBody } from './bytes/exact-body.ts'
import type { Store } from './store/store.ts'
import { createSignatureJudge, judgeStored } from './vonage/signature-judge.ts'

/** Everything about one callback, read anew from its bytes. Throws NOT_FOUND. */
export async function callbackDetail(
  seq: number,
  store: Pick<Store, 'row' | 'intake' | 'countEarlier' | 'deliveries'>,
  judge: ReturnType<typeof createSignatureJudge>,
): Promise<CallbackDetail> {
  const row = await store.row(seq)
  const intake = store.intake(seq)
  if (row === null || intake === null) throw notFound(seq)
  const { checks } = await judgeStored(judge, intake, store.countEarlier)
  return {
    row,
    method: intake.method,
    path: intake.path,
    headers: intake.headers.map(([name, value]) => [name, value]),
    body: exactBody(intake.body),
    read: readCallback(intake),
    checks: [...checks],
    deliveries: withSchedule(await store.deliveries(seq)),
  }
}

/** The signature's checks as if `secret` were the account's signature secret. Throws NOT_FOUND. */
export async function checkWithSecret(
  seq: number,
  secret: string,
  store: Pick<Store, 'intake' | 'countEarlier'>,
): Promise<{ readonly state: SignatureState; readonly checks: Check[] }> {
  const intake = store.intake(seq)
  if (intake === null) throw notFound(seq)
  const given = { apiKey: '', profileName: 'the secret you entered', secret }
  const judgeWithIt = createSignatureJudge({ signatureSecrets: () => [given], apiSecrets: () => [] })
  const { state, checks } = await judgeStored(judgeWithIt, intake, store.countEarlier)
  return { state, checks: [...checks] }
}

type StoredDelivery = Awaited<ReturnType<Store['deliveries']>>[number]

function withSchedule(deliveries: readonly StoredDelivery[]): Delivery[] {
  const firstAtMs = deliveries[0]?.receivedAtMs ?? 0
  return deliveries.map((delivery, index) => {
    const offsetMs = delivery.receivedAtMs - firstAtMs
    const previousAtMs = deliveries[index - 1]?.receivedAtMs
    const schedule =
      previousAtMs === undefined
        ? null
        : fitRetry(offsetMs / 1000, (delivery.receivedAtMs - previousAtMs) / 1000)
    return { ...delivery, offsetMs, schedule }
  })
}

function notFound(seq: number): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: `Callback ${seq} is not in the store.`,
    why: 'It was deleted, or belongs to another data folder.',
    fix: 'Select another callback.',
  })
}
