import { signCallback } from '../signing/sign-callback.ts'
import type { Clock } from '../tunnel/clock.ts'
import type { CallbackExchange, CallbackSender, CallbackToSend, SignAs } from './callback-sender.ts'
import { type CallbackPlan, planCallback } from './plan-callback.ts'
import { postBytes } from './post-bytes.ts'

type Deps = { readonly clock: Clock; readonly newUuid: () => string }

/** No signature secret looks like this. */
const WRONG_SECRET = 'This is not the signature secret of the account.'

/**
 * Sends callbacks as Vonage does: POST, JSON in UTF-8, signed, with 3 s to connect and 15 s in all, no redirect
 * followed. Or with one fault. It contacts whatever host it is given: whoever calls has made sure that it may.
 * Source: Vonage webhooks guide; support article on webhook time-outs; Messages API, "Signed webhooks".
 */
export function createCallbackSender({ clock, newUuid }: Deps): CallbackSender {
  const closing = new AbortController()

  async function send({ url, body, fault, signAs, signal }: CallbackToSend) {
    const plan = planCallback(body, fault)
    const authorization = await authorizationOf(plan, signAs, { clock, newUuid })
    const request = {
      url,
      headers: {
        ...(authorization === null ? {} : { authorization }),
        'content-type': 'application/json',
        'user-agent': 'workbench-simulator',
      },
      body: Buffer.from(plan.sentText, 'utf8'),
      manner: plan.manner,
      signal: signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]),
      clock,
    }
    const exchanges: CallbackExchange[] = []
    while (exchanges.length < plan.times) {
      const startedAtMs = clock.nowMs()
      const outcome = await postBytes(request)
      exchanges.push({ outcome, durationMs: clock.nowMs() - startedAtMs })
    }
    return exchanges
  }

  return {
    send,
    async dispose() {
      closing.abort()
    },
  }
}

async function authorizationOf(plan: CallbackPlan, signAs: SignAs, { clock, newUuid }: Deps) {
  if (plan.signature === 'none') return null
  return await signCallback({
    ...signAs,
    body: Buffer.from(plan.signedText, 'utf8'),
    signatureSecret: plan.signature === 'wrong-secret' ? WRONG_SECRET : signAs.signatureSecret,
    nowMs: clock.nowMs() - plan.signedAgoMs,
    jti: newUuid(),
  })
}
