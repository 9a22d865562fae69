import { onTestFinished } from 'vitest'
import { createTargetClient } from '#electron/targets/create-target-client.ts'
import type { TargetRequest } from '#electron/targets/target-client.ts'
import { KEPT_ANSWER_BYTES } from '#shared/target.ts'

/** A client for the length of the test. */
export function targetClient(options: Parameters<typeof createTargetClient>[0] = {}) {
  const client = createTargetClient(options)
  onTestFinished(client.dispose)
  return client
}

/** A callback for a server that listens at `origin`. */
export function targetRequest(origin: string, change: Partial<TargetRequest> = {}): TargetRequest {
  return {
    url: new URL('/webhooks/inbound-message', origin),
    headers: [['Content-Type', 'application/json']],
    body: Buffer.from('{}'),
    keptBytes: KEPT_ANSWER_BYTES.forward,
    ...change,
  }
}
