import { MISSING_AFTER_MS, type TimelineMark } from '#shared/messenger/reply-timeline.ts'

type MarkWords = { readonly word: string; readonly why: string }

/** What is odd about a status, in a word and in a sentence. */
export const markWords: Readonly<Record<TimelineMark, MarkWords>> = {
  repeated: {
    word: 'repeated',
    why: 'The same status came before. Vonage delivers again what was not acknowledged with 200.',
  },
  'out-of-order': {
    word: 'out of order',
    why: 'A later status came first. Each callback is delivered by itself, so the order is not guaranteed.',
  },
  'unknown-status': {
    word: 'undocumented',
    why: 'Vonage’s documents do not list this status.',
  },
}

export const missingWords: MarkWords = {
  word: `missing after ${MISSING_AFTER_MS / 1000} s`,
  why: 'It may still come. If not, check that the status URL leads here.',
}
