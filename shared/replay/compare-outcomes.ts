import { assertNever } from '../assert-never.ts'
import type { ReplayComparison } from '../replay.ts'
import type { TargetOutcome } from '../target.ts'
import { bodyDifference } from './body-difference.ts'

/**
 * What a target made of a callback, beside what it made of it the time before (null: never). The difference is the first
 * that counts: status, then why there was no answer, then the first place where the bodies part.
 */
export function compareOutcomes(before: TargetOutcome | null, now: TargetOutcome): ReplayComparison {
  if (before === null || isCancelled(now)) return { kind: 'first' }
  const difference = differenceOf(before, now)
  if (difference === null) return { kind: 'same' }
  if (isGood(before) === isGood(now)) return { kind: 'changed', difference }
  return { kind: isGood(now) ? 'fixed' : 'regressed', difference }
}

/** Whether the target took the callback: answered with a status of 200 to 299. */
export function isGood(outcome: TargetOutcome): boolean {
  return outcome.kind === 'answered' && outcome.httpStatus >= 200 && outcome.httpStatus <= 299
}

function isCancelled(outcome: TargetOutcome): boolean {
  return outcome.kind === 'failed' && outcome.error.code === 'CANCELLED'
}

function differenceOf(before: TargetOutcome, now: TargetOutcome): string | null {
  if (before.kind === 'answered' && now.kind === 'answered') {
    if (before.httpStatus !== now.httpStatus)
      return `Status ${now.httpStatus} instead of ${before.httpStatus}.`
    return bodyDifference(before.body, now.body) ?? lengthDifference(before, now)
  }
  if (before.kind === 'failed' && now.kind === 'failed' && before.error.code === now.error.code) return null
  const [wordsBefore, wordsNow] = [inWords(before), inWords(now)]
  return wordsBefore === wordsNow ? null : `${capitalised(wordsNow)} instead of ${wordsBefore}.`
}

type Answered = Extract<TargetOutcome, { kind: 'answered' }>

function lengthDifference(before: Answered, now: Answered): string | null {
  if (before.isBodyCut === now.isBodyCut) return null
  const [goesOn, ends] = now.isBodyCut ? ['goes on', 'ended'] : ['ends', 'went on']
  return `The body ${goesOn} after ${now.body.sizeBytes} bytes, where it ${ends} before.`
}

function inWords(outcome: TargetOutcome): string {
  switch (outcome.kind) {
    case 'answered':
      return `status ${outcome.httpStatus}`
    case 'failed':
      return `no answer (${withoutStop(outcome.error.what)})`
    case 'held-back':
      return `nothing sent (${withoutStop(outcome.reason)})`
    default:
      return assertNever(outcome)
  }
}

function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '')
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
