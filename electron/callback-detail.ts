import type { CallbackDetail, ExactBody } from '#shared/callback.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { readCallback } from '#shared/messenger/read-callback.ts'
import type { Store } from './store/store.ts'
import type { createSignatureJudge } from './vonage/signature-judge.ts'

/** Everything about one callback, read anew from its bytes. Throws NOT_FOUND. */
export function callbackDetail(
  seq: number,
  store: Pick<Store, 'row' | 'intake' | 'countEarlier'>,
  judge: ReturnType<typeof createSignatureJudge>,
): CallbackDetail {
  const row = store.row(seq)
  const intake = store.intake(seq)
  if (row === null || intake === null) throw notFound(seq)
  return {
    row,
    method: intake.method,
    path: intake.path,
    headers: intake.headers.map(([name, value]) => [name, value]),
    body: exactBody(intake.body),
    read: readCallback(intake),
    checks: [...judge(intake, store.countEarlier).checks],
  }
}

/** Text only where it says exactly the same as the bytes, byte order mark included. */
function exactBody(bytes: Uint8Array): ExactBody {
  const sizeBytes = bytes.length
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { encoding: 'utf8', text, sizeBytes }
  } catch {
    return { encoding: 'base64', data: Buffer.from(bytes).toString('base64'), sizeBytes }
  }
}

function notFound(seq: number): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: `Callback ${seq} is not in the store.`,
    why: 'It was deleted, or belongs to another data folder.',
    fix: 'Select another callback.',
  })
}
