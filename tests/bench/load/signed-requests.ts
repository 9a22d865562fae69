import { randomUUID } from 'node:crypto'
import { signCallback } from '#electron/signing/sign-callback.ts'
import { inboundBody, statusBody } from '#shared/messenger/simulated-callbacks.ts'
import type { LoadSigner } from './load-messages.ts'

export type SignedRequest = { readonly headers: string; readonly body: Buffer }

const PEOPLE = 200
const PAGE_ID = '107083064136738'
/** Callbacks are about 1 KB with their headers; long messages make them so. */
const FILLER = 'Where is my order? I was told it would be here on Friday, and it is Monday now. '.repeat(6)

/** Signed callbacks, no two alike: every third a status, both as Vonage sends them. */
export async function signedRequests(count: number, signer: LoadSigner): Promise<readonly SignedRequest[]> {
  const requests: SignedRequest[] = []
  for (let index = 0; index < count; index += 1) {
    const body = Buffer.from(JSON.stringify(callback(index)))
    const authorization = await signCallback({ ...signer, body, nowMs: Date.now(), jti: randomUUID() })
    const headers = `authorization: ${authorization}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n`
    requests.push({ headers, body })
  }
  return requests
}

function callback(index: number) {
  const psid = String(6_418_203_957_000_000 + (index % PEOPLE))
  const common = {
    version: 'v1',
    messageUuid: randomUUID(),
    pageId: PAGE_ID,
    psid,
    atMs: Date.now(),
  } as const
  if (index % 3 === 2) {
    return statusBody({ ...common, status: 'delivered', error: null, usage: null, clientRef: null })
  }
  return inboundBody({ ...common, content: { type: 'text', text: `${index} ${FILLER}` } })
}
