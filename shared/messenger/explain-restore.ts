import type { Explanation } from '../errors.ts'
import type { ChangeFate } from './point-application.ts'

const WORDS = { inbound: 'inbound URL', status: 'status URL', version: 'version' } as const

/** Says what was not put back because somebody else has changed it. */
export function explainLeftAlone(applicationName: string, fates: readonly ChangeFate[]): Explanation {
  const foreign = fates.filter(({ fate }) => fate === 'foreign')
  const found = foreign.map(({ change, found: now }) => `${WORDS[change.what]} is now ${now ?? 'not set'}`)
  const before = foreign.map(({ change }) => `${WORDS[change.what]} ${change.old ?? 'not set'}`)
  return {
    code: 'ADDRESSES_LEFT_ALONE',
    what: `${applicationName} was changed by somebody else in between, so it was left as it is.`,
    why: `Its ${found.join(', its ')}.`,
    fix: `If that is not wanted, set in the dashboard what it was before: ${before.join(', ')}.`,
  }
}

/** Says that an application could not be put back, with the reason in the words of what failed. */
export function explainNotRestored(applicationName: string, reason: Explanation): Explanation {
  return {
    code: 'ADDRESSES_NOT_RESTORED',
    what: `The addresses of ${applicationName} could not be put back. They still point here.`,
    why: `${reason.what} ${reason.why}`,
    fix: `${reason.fix} The former addresses are kept, and tried again at the next start.`,
  }
}

/** Says what was put back after a run that could not do it at its end. */
export function explainRestoredLate(applicationNames: readonly string[]): Explanation {
  const names = applicationNames.join(', ')
  return {
    code: 'ADDRESSES_RESTORED',
    what: `The webhook addresses of ${names} were put back.`,
    why: 'The app ended last time without being able to do so.',
    fix: 'Point the application here again to go on.',
  }
}
