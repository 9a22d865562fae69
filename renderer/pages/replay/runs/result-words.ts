import { assertNever } from '#shared/assert-never.ts'
import type { ReplayComparison } from '#shared/replay.ts'
import type { TargetOutcome } from '#shared/target.ts'
import type { Tone } from '../../../components/tone.ts'

type ToneWord = { readonly word: string; readonly tone: Tone }

/** What the target did, in a word or its status, and why where that needs saying. */
export function outcomeWords(outcome: TargetOutcome): ToneWord & { readonly why: string | null } {
  switch (outcome.kind) {
    case 'answered': {
      const { httpStatus } = outcome
      const isOk = httpStatus >= 200 && httpStatus < 300
      const isRedirect = httpStatus >= 300 && httpStatus < 400
      return {
        word: String(httpStatus),
        tone: isOk ? 'ok' : 'bad',
        why: isRedirect ? 'a redirect, not followed' : null,
      }
    }
    case 'failed':
      return { word: 'no answer', tone: 'bad', why: outcome.error.what }
    case 'held-back':
      return { word: 'not sent', tone: 'warn', why: outcome.reason }
    default:
      return assertNever(outcome)
  }
}

/** How a result compares with that of the run before. */
export function comparisonWords(comparison: ReplayComparison): ToneWord & { readonly difference: string } {
  switch (comparison.kind) {
    case 'first':
      return { word: 'first', tone: 'neutral', difference: '' }
    case 'same':
      return { word: 'same', tone: 'neutral', difference: '' }
    case 'fixed':
      return { word: 'fixed', tone: 'ok', difference: comparison.difference }
    case 'regressed':
      return { word: 'regressed', tone: 'bad', difference: comparison.difference }
    case 'changed':
      return { word: 'changed', tone: 'warn', difference: comparison.difference }
    default:
      return assertNever(comparison)
  }
}
