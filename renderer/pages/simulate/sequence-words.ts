import type { StatusSequence } from '#shared/simulator.ts'

type Kind = StatusSequence['kind']

/** The status sequences in the order they are chosen from. */
export const sequenceOptions: readonly { readonly value: Kind; readonly label: string }[] = [
  { value: 'normal', label: 'submitted, delivered, read' },
  { value: 'rejected', label: 'rejected' },
  { value: 'undeliverable', label: 'undeliverable' },
  { value: 'out-of-order', label: 'out of order' },
  { value: 'duplicated', label: 'each one twice' },
  { value: 'delayed', label: 'delayed' },
  { value: 'missing', label: 'none at all' },
]

/** What a sequence does, in a sentence; null where its name says it all. */
export function sequenceHint(kind: Kind): string | null {
  if (kind === 'out-of-order') return 'read comes first, then delivered, then submitted.'
  if (kind === 'duplicated') return 'Every status is delivered twice, as after an answer that got lost.'
  if (kind === 'missing') return 'The message is accepted with 202 and nothing is heard of it again.'
  return null
}

const USUAL_CODE = { rejected: 1340, undeliverable: 1300 } as const

/** The sequence of that kind, with the usual code or delay; a code that is set already is kept. */
export function sequenceOf(kind: Kind, before: StatusSequence): StatusSequence {
  switch (kind) {
    case 'rejected':
    case 'undeliverable':
      return { kind, code: 'code' in before ? before.code : USUAL_CODE[kind] }
    case 'delayed':
      return { kind, delayMs: 10_000 }
    default:
      return { kind }
  }
}

/** The whole number in a text, between 1 and `most`; null for anything else. */
export function wholeNumber(text: string, most: number): number | null {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : 0
  return value >= 1 && value <= most ? value : null
}
