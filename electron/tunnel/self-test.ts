import { createHmac, randomBytes } from 'node:crypto'
import type { TunnelFailure } from '#shared/tunnel/tunnel-failure.ts'
import type { HttpClient, HttpResult } from '../http/create-http-client.ts'
import type { Clock } from './clock.ts'

const PATH = '/.workbench-self-test/'
const SERVICE_CODE = /ERR_NGROK_\d+/
const NOT_FOUND = 404

export type SelfTestResult =
  | { readonly ok: true; readonly latencyMs: number }
  | { readonly ok: false; readonly failure: TunnelFailure }

export type SelfTest = ReturnType<typeof createSelfTest>

/**
 * Proves that a public address leads to this listener: a request goes out to it with a number used once, and comes back
 * only with what this process alone can make of that number.
 */
export function createSelfTest({ get, clock }: { readonly get: HttpClient['get']; readonly clock: Clock }) {
  const key = randomBytes(32)
  const outstanding = new Set<string>()
  const proofOf = (nonce: string) => createHmac('sha256', key).update(nonce).digest('hex')

  return {
    /** The answer to a test that is under way; null for every other request target, which is none of ours. */
    answer(target: string): string | null {
      if (!target.startsWith(PATH)) return null
      const nonce = target.slice(PATH.length)
      return outstanding.has(nonce) ? proofOf(nonce) : null
    },
    async run(publicUrl: string, signal: AbortSignal): Promise<SelfTestResult> {
      const nonce = randomBytes(16).toString('hex')
      const url = new URL(`${publicUrl.replace(/\/$/, '')}${PATH}${nonce}`)
      outstanding.add(nonce)
      const startedAtMs = clock.nowMs()
      const result = await get({ url, headers: { 'user-agent': 'messenger-workbench' }, signal })
      outstanding.delete(nonce)
      if (result.kind === 'answered' && result.httpStatus === 200 && result.bodyText === proofOf(nonce))
        return { ok: true, latencyMs: clock.nowMs() - startedAtMs }
      return { ok: false, failure: failureOf(result, url.host) }
    },
  }
}

function failureOf(result: HttpResult, host: string): TunnelFailure {
  if (result.kind === 'failed') return { kind: 'not-back', host, failure: result.failure }
  const { httpStatus, contentType, location, bodyText } = result
  const serviceCode = SERVICE_CODE.exec(bodyText)?.[0] ?? null
  const isHtml = contentType.startsWith('text/html') && httpStatus !== NOT_FOUND
  return {
    kind: 'wrong-answer',
    host,
    answer: { httpStatus, isPage: isHtml || location !== null, serviceCode },
  }
}
