import type { CallbackFault } from '#shared/simulator.ts'

type FaultWords = {
  readonly title: string
  /** What is sent, and what a webhook server should make of it. */
  readonly explanation: string
}

/** Every fault by its name, as it is chosen and explained. */
export const faultWords: Readonly<Record<CallbackFault, FaultWords>> = {
  unsigned: {
    title: 'Unsigned',
    explanation: 'Sent without an Authorization header. A server that checks signatures refuses it.',
  },
  'wrong-secret': {
    title: 'Wrong secret',
    explanation: 'Signed with another secret, as by somebody else’s account. A server should refuse it.',
  },
  'tampered-body': {
    title: 'Tampered body',
    explanation:
      'The message_uuid is changed after signing, so payload_hash does not match. A server should refuse it.',
  },
  'old-iat': {
    title: 'Old token',
    explanation:
      'Signed 30 days ago, longer than any retry takes. A server should refuse a replay like this.',
  },
  're-serialised-body': {
    title: 'Body written anew',
    explanation: 'The same JSON in other bytes than were signed, as a proxy that parses bodies sends it.',
  },
  duplicate: {
    title: 'Delivered twice',
    explanation: 'The same callback comes twice. A server should act once and answer 200 both times.',
  },
  'unknown-type': {
    title: 'Unknown type',
    explanation: 'Signed, with a message type that no document lists. A server should still answer 200.',
  },
  'broken-json': {
    title: 'Broken JSON',
    explanation: 'Signed bytes that are not JSON. A server should answer 4xx and stay up.',
  },
  'slow-sender': {
    title: 'Slow sender',
    explanation: 'The body arrives in pieces over two seconds. A server should wait for all of it.',
  },
  'cut-connection': {
    title: 'Connection cut',
    explanation:
      'The connection ends in the middle of the body. No answer is possible; nothing should be stored.',
  },
}

const UNVERIFIED: readonly CallbackFault[] = [
  'unsigned',
  'wrong-secret',
  'tampered-body',
  'old-iat',
  're-serialised-body',
]

/** Whether forwarding takes a callback with this fault for unsigned or badly signed. */
export function isBadlySigned(fault: CallbackFault): boolean {
  return UNVERIFIED.includes(fault)
}
