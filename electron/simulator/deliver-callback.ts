import { explainNetwork } from '#shared/messenger/explain-network.ts'
import type { JsonObject } from '#shared/messenger/json-value.ts'
import type { SimulatorDelivery } from '#shared/simulator.ts'
import type { HttpPoster } from '../http/create-http-poster.ts'
import { signCallback } from '../signing/sign-callback.ts'
import type { SimulatorApplication } from './simulator-application.ts'

export type DeliverCallback = (callback: {
  readonly url: URL
  readonly body: JsonObject
}) => Promise<SimulatorDelivery['result']>

/**
 * POSTs a callback as Vonage does: JSON in UTF-8, signed. Whatever the receiver does is a result.
 * Source: Vonage webhooks guide; Messages API, "Signed webhooks".
 */
export function createDeliverCallback(deps: {
  readonly application: SimulatorApplication
  readonly poster: HttpPoster
  readonly nowMs: () => number
  readonly newUuid: () => string
}): DeliverCallback {
  const { id: applicationId, apiKey, signatureSecret } = deps.application
  return async ({ url, body }) => {
    const bytes = Buffer.from(JSON.stringify(body), 'utf8')
    const startedAtMs = deps.nowMs()
    const authorization = await signCallback({
      body: bytes,
      apiKey,
      applicationId,
      signatureSecret,
      nowMs: startedAtMs,
      jti: deps.newUuid(),
    })
    const result = await deps.poster.post({
      url,
      headers: { authorization, 'content-type': 'application/json', 'user-agent': 'workbench-simulator' },
      body: bytes,
    })
    if (result.kind === 'failed') {
      const { what, why } = explainNetwork(result.failure, url.host)
      return { kind: 'failed', reason: `${what} ${why}` }
    }
    return { kind: 'answered', httpStatus: result.httpStatus, durationMs: deps.nowMs() - startedAtMs }
  }
}
