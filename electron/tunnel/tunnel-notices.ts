import { type Explanation, WorkbenchError } from '#shared/errors.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

export function resumed(gapMs: number): Explanation {
  return {
    code: 'RESUMED',
    what: `This computer was asleep or suspended for ${gapText(gapMs)}.`,
    why: 'No callback could arrive meanwhile. The tunnel is being tested again.',
    fix: 'Vonage delivers what failed again for 24 hours, so missed callbacks still come.',
  }
}

export function newAddress(before: string, now: string): Explanation {
  return {
    code: 'TUNNEL_NEW_ADDRESS',
    what: `The tunnel has another address now: ${now}.`,
    why: `ngrok did not give ${before} again.`,
    fix: 'Enter the new webhook addresses wherever the old ones are. A domain in Settings keeps the address the same.',
  }
}

export function notSetUp(why: string): WorkbenchError {
  return new WorkbenchError({
    code: 'TUNNEL_NOT_SET_UP',
    what: 'The tunnel cannot be started yet.',
    why,
    fix: 'Choose ngrok or enter a public address of your own in Settings.',
  })
}

function gapText(gapMs: number): string {
  if (gapMs < 90_000) return `${Math.round(gapMs / 1000)} seconds`
  if (gapMs < 90 * MINUTE_MS) return `${Math.round(gapMs / MINUTE_MS)} minutes`
  return `${(gapMs / HOUR_MS).toFixed(1)} hours`
}
