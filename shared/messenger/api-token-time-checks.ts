import { durationWords } from './duration-words.ts'
import { failed, notChecked, passed, type TokenCheck, type TokenFacts, warned } from './token-check.ts'
import {
  DEFAULT_LIFE_SECONDS,
  LONGEST_LIFE_SECONDS,
  SHORTEST_LIFE_SECONDS,
  secondsOf,
  type TimeClaim,
  timeClaim,
} from './token-times.ts'

/** Two clocks are never quite the same. How much Vonage allows is not documented. */
const USUAL_SKEW_SECONDS = 5
const CERTAIN_SKEW_SECONDS = 60

const issuedAt: TokenCheck = {
  id: 'iat',
  title: 'Says when it was made',
  expected: 'iat, in seconds since 1970',
  find: ({ claims }) => {
    const iat = timeClaim(claims, 'iat')
    if (iat.kind === 'time') return passed(String(iat.seconds))
    if (iat.kind !== 'absent') return notSeconds('iat', iat)
    return failed('none', {
      why: 'Vonage requires iat: without it nobody can tell how old the token is.',
      fix: 'Set iat to the present time in seconds. JWT libraries can do it by themselves.',
    })
  },
}

function notSeconds(name: string, claim: TimeClaim) {
  if (claim.kind === 'milliseconds') {
    return failed('milliseconds', {
      why: `${name} is in milliseconds. As seconds it lies thousands of years ahead.`,
      fix: `Divide it by 1000 and round it down, as in Math.floor(Date.now() / 1000).`,
    })
  }
  return failed('not a number of seconds', {
    why: `${name} is a JSON number of seconds since 1970, not text or anything else.`,
    fix: `Write ${name} as a number, without quotes.`,
  })
}

const notFromTheFuture: TokenCheck = {
  id: 'iat-future',
  title: 'Not made in the future',
  expected: 'iat no later than now',
  find: ({ claims, nowMs }) => {
    const iat = secondsOf(claims, 'iat')
    if (iat === null) return notChecked('')
    const ahead = iat - nowMs / 1000
    if (ahead <= USUAL_SKEW_SECONDS) return passed('in the past')
    const size = durationWords(ahead * 1000)
    const finding = ahead > CERTAIN_SKEW_SECONDS ? failed : warned
    return finding(`${size} ahead of this computer’s clock`, {
      why: `The clock of the computer that made it, or of this one, is wrong by ${size}. Vonage answers 401 to a token from the future.`,
      fix: 'Set both clocks by a time server and make a new token.',
    })
  },
}

const notTooOld: TokenCheck = {
  id: 'iat-age',
  title: 'Made within 24 hours',
  expected: 'iat at most 24 hours ago',
  find: ({ claims, nowMs }) => {
    const iat = secondsOf(claims, 'iat')
    if (iat === null) return notChecked('')
    const age = nowMs / 1000 - iat
    if (age <= LONGEST_LIFE_SECONDS) return passed('within 24 hours')
    return failed(`${durationWords(age * 1000)} ago`, {
      why: 'Vonage accepts no token more than 24 hours after iat, even when exp is later.',
      fix: 'Make a new token.',
    })
  },
}

const hasExpiry: TokenCheck = {
  id: 'exp',
  title: 'Says until when it is good',
  expected: 'exp, in seconds since 1970',
  find: ({ claims }) => {
    const exp = timeClaim(claims, 'exp')
    if (exp.kind === 'time') return passed(String(exp.seconds))
    if (exp.kind !== 'absent') return notSeconds('exp', exp)
    return warned('none', {
      why: 'Without exp Vonage accepts a token for 15 minutes from iat.',
      fix: 'Set exp if it should live longer, or shorter.',
    })
  },
}

const notExpired: TokenCheck = {
  id: 'expired',
  title: 'Not expired',
  expected: 'an end that is still to come',
  find: ({ claims, nowMs }) => {
    const end = endOf({ claims })
    if (end === null) return notChecked('')
    const over = nowMs / 1000 - end.seconds
    if (over < 0) return passed(end.name)
    return failed(`expired ${durationWords(over * 1000)} ago`, {
      why: end.why,
      fix: 'Make a new token.',
    })
  },
}

function endOf({ claims }: Pick<TokenFacts, 'claims'>) {
  const exp = secondsOf(claims, 'exp')
  if (exp !== null) return { seconds: exp, name: 'exp is still to come', why: 'Its time in exp is over.' }
  const iat = secondsOf(claims, 'iat')
  if (iat === null || timeClaim(claims, 'exp').kind !== 'absent') return null
  return {
    seconds: iat + DEFAULT_LIFE_SECONDS,
    name: 'within 15 minutes of iat',
    why: 'It has no exp, and Vonage accepts such a token for 15 minutes from iat only.',
  }
}

const longestLife: TokenCheck = {
  id: 'lifetime-longest',
  title: 'Lives 24 hours at most',
  expected: 'exp at most 24 hours after iat',
  find: ({ claims }) => {
    const life = lifeOf(claims)
    if (life === null) return notChecked('')
    if (life <= LONGEST_LIFE_SECONDS) return passed(durationWords(life * 1000))
    return warned(durationWords(life * 1000), {
      why: 'Vonage accepts a token for 24 hours from iat, however late exp is. It ends sooner than it says.',
      fix: 'Set exp to 24 hours after iat at most, and make a new token before that.',
    })
  },
}

const shortestLife: TokenCheck = {
  id: 'lifetime-shortest',
  title: 'Lives 30 seconds at least',
  expected: 'exp at least 30 seconds after iat',
  find: ({ claims }) => {
    const life = lifeOf(claims)
    if (life === null) return notChecked('')
    if (life >= SHORTEST_LIFE_SECONDS) return passed(durationWords(life * 1000))
    return warned(life <= 0 ? 'ends before it begins' : durationWords(life * 1000), {
      why: 'Vonage’s documents name 30 seconds as the shortest lifetime. A slow request may also arrive too late.',
      fix: 'Set exp to iat + 900, which is 15 minutes.',
    })
  },
}

const begun: TokenCheck = {
  id: 'nbf',
  title: 'Good already',
  expected: 'no nbf, or one in the past',
  find: ({ claims, nowMs }) => {
    const nbf = timeClaim(claims, 'nbf')
    if (nbf.kind === 'absent') return passed('no nbf')
    if (nbf.kind !== 'time') return notSeconds('nbf', nbf)
    const wait = nbf.seconds - nowMs / 1000
    if (wait <= USUAL_SKEW_SECONDS) return passed('in the past')
    return failed(`in ${durationWords(wait * 1000)}`, {
      why: 'nbf says that the token is not to be accepted before that moment.',
      fix: 'Wait until then, or make a token without nbf.',
    })
  },
}

function lifeOf(claims: TokenFacts['claims']): number | null {
  const iat = secondsOf(claims, 'iat')
  const exp = secondsOf(claims, 'exp')
  return iat === null || exp === null ? null : exp - iat
}

/**
 * When an API token is accepted. Source: Vonage authentication guide, "JSON web tokens" (15 minutes without `exp`,
 * 24 hours at most, 30 seconds at least); RFC 7519 for `nbf`.
 */
export const apiTokenTimeChecks: readonly TokenCheck[] = [
  issuedAt,
  notFromTheFuture,
  notTooOld,
  hasExpiry,
  notExpired,
  longestLife,
  shortestLife,
  begun,
]
