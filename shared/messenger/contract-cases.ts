import type { ApiVersion } from '../callback.ts'
import type { ContractCase } from '../contract-run.ts'
import type { CallbackFault } from '../simulator.ts'

/**
 * How a good webhook server answers. `accepts`: 2xx. `asks-again`: 5xx, so that Vonage delivers again. `refuses`: 4xx or
 * 5xx, anything but taking it. `settles`: 2xx or 4xx, so that Vonage does not deliver again.
 */
export type ContractAnswer = 'accepts' | 'asks-again' | 'refuses' | 'settles'

type Subject = Pick<ContractCase, 'kind' | 'type'>

/** What a callback can be about: every message type and every status that is documented for Messenger. */
export const contractSubjects = [
  { kind: 'inbound', type: 'text' },
  { kind: 'inbound', type: 'image' },
  { kind: 'inbound', type: 'audio' },
  { kind: 'inbound', type: 'video' },
  { kind: 'inbound', type: 'file' },
  { kind: 'inbound', type: 'unsupported' },
  { kind: 'status', type: 'submitted' },
  { kind: 'status', type: 'delivered' },
  { kind: 'status', type: 'read' },
  { kind: 'status', type: 'rejected' },
  { kind: 'status', type: 'undeliverable' },
] as const satisfies readonly Subject[]

export type ContractTreatment = {
  /** Last part of a case's id. */
  readonly name: 'valid' | CallbackFault
  /** These callbacks in words, with or without a restriction: `unsigned v0.1 statuses`. */
  readonly words: (callbacks: string) => string
  readonly answer: ContractAnswer
  readonly expectation: string
  /** Why a good server answers like that. */
  readonly why: string
  /** What to change where it does not. */
  readonly fix: string
}

/**
 * What is done to a callback on its way, and what a good server makes of it. Every treatment is applied to every subject
 * in both versions. Source: Vonage, "Signed webhooks" (signature, payload_hash, unsigned callbacks), "Webhooks" (answers
 * and retries).
 */
export const contractTreatments = [
  {
    name: 'valid',
    words: (callbacks) => (callbacks === 'callbacks' ? 'valid callbacks' : callbacks),
    answer: 'accepts',
    expectation: 'Accepted with 2xx.',
    why: 'Vonage takes any other answer as not delivered and may send the callback again for 24 hours.',
    fix: 'Look into the server’s log for what went wrong.',
  },
  {
    name: 'unsigned',
    words: (callbacks) => `unsigned ${callbacks}`,
    answer: 'asks-again',
    expectation: 'Not taken, answered 5xx: Vonage then sends it again, signed.',
    why: 'Anybody can send an unsigned callback. Vonage does so only after a fault of its own, and signs it when asked again.',
    fix: 'Answer 503 when there is no Authorization header, before the body is used.',
  },
  {
    name: 'wrong-secret',
    words: (callbacks) => `${callbacks} signed with another secret`,
    answer: 'refuses',
    expectation: 'Refused with 4xx or 5xx.',
    why: 'Only the signature proves that a callback is from Vonage.',
    fix: 'Verify the token’s HS256 signature with the signature secret, and answer 401 when it does not match.',
  },
  {
    name: 'tampered-body',
    words: (callbacks) => `${callbacks} changed after signing`,
    answer: 'refuses',
    expectation: 'Refused with 4xx or 5xx.',
    why: 'A valid token says nothing about the body until payload_hash is compared.',
    fix: 'Compare payload_hash with the SHA-256 of the raw body, and answer 401 when they differ.',
  },
  {
    name: 're-serialised-body',
    words: (callbacks) => `${callbacks} in other bytes than were signed`,
    answer: 'refuses',
    expectation: 'Refused with 4xx or 5xx.',
    why: 'payload_hash covers the exact bytes. Who hashes the parsed body again fails on other bodies that are genuine.',
    fix: 'Hash the raw bytes as they were received, before any JSON parser.',
  },
  {
    name: 'old-iat',
    words: (callbacks) => `${callbacks} signed 30 days ago`,
    answer: 'refuses',
    expectation: 'Refused with 4xx or 5xx.',
    why: 'Vonage gives up after 24 hours. An older token has been recorded and sent again by somebody.',
    fix: 'Answer 401 when iat is more than about a day ago.',
  },
  {
    name: 'duplicate',
    words: (callbacks) => `${callbacks} delivered twice`,
    answer: 'accepts',
    expectation: 'Accepted with 2xx both times, with the same answer.',
    why: 'Vonage delivers again when an answer got lost. The second one must not look like a failure.',
    fix: 'Remember message_uuid (with the status), do the work once, and answer as the first time.',
  },
  {
    name: 'unknown-type',
    words: (callbacks) => `${callbacks} of an unknown type`,
    answer: 'accepts',
    expectation: 'Accepted with 2xx, whatever is made of it.',
    why: 'New types and statuses come without notice. One that is refused may be sent again for 24 hours.',
    fix: 'Answer 200 to types and statuses the server does not know, and log them.',
  },
  {
    name: 'broken-json',
    words: (callbacks) => `${callbacks} in broken JSON`,
    answer: 'settles',
    expectation: 'Settled with 4xx, or with 2xx by a server that parses later.',
    why: 'It does not get better by repeating, and 5xx asks Vonage to repeat it for 24 hours.',
    fix: 'Catch the parser’s error, log the body and answer 400.',
  },
  {
    name: 'slow-sender',
    words: (callbacks) => `${callbacks} that arrive slowly`,
    answer: 'accepts',
    expectation: 'Accepted with 2xx.',
    why: 'A body may come in pieces. It is whole when the request ends, not with the first piece.',
    fix: 'Read the body to its end before it is used, and wait some seconds for it.',
  },
  {
    name: 'cut-connection',
    words: (callbacks) => `${callbacks} after one was cut off`,
    answer: 'accepts',
    expectation: 'The next callback is accepted with 2xx.',
    why: 'Connections break. One that does must not take the server down or leave it stuck.',
    fix: 'Handle the aborted or error event of the request while its body is read.',
  },
] as const satisfies readonly ContractTreatment[]

const VERSIONS = ['v1', 'v0.1'] as const satisfies readonly ApiVersion[]

/** Every case of a contract run: both versions × subjects × treatments. Ids are stable: `v1/inbound/text/unsigned`. */
export const contractCases: readonly ContractCase[] = VERSIONS.flatMap((version) =>
  contractSubjects.flatMap((subject) =>
    contractTreatments.map((treatment) => contractCase(version, subject, treatment)),
  ),
)

/** What is done to the callback of a case, and what is expected then. */
export function contractTreatmentOf({ fault }: Pick<ContractCase, 'fault'>): ContractTreatment {
  const name = fault ?? 'valid'
  const treatment = contractTreatments.find((one) => one.name === name)
  if (treatment === undefined) throw new Error(`no contract treatment ${name}`)
  return treatment
}

function contractCase(version: ApiVersion, subject: Subject, treatment: ContractTreatment): ContractCase {
  const { kind, type } = subject
  const { name, expectation } = treatment
  return {
    id: `${version}/${kind}/${type}/${name}`,
    title: sentenceCase(
      treatment.words(`${version} ${type} ${kind === 'inbound' ? 'messages' : 'statuses'}`),
    ),
    version,
    kind,
    type,
    fault: name === 'valid' ? null : name,
    expectation,
  }
}

function sentenceCase(words: string): string {
  return words.startsWith('v') ? words : words.charAt(0).toUpperCase() + words.slice(1)
}
