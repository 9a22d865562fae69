const MOST_CRASHES = 3
const WITHIN_MS = 60_000

/** Decides after each crash of the page whether loading it again makes sense. */
export type CrashGuard = {
  /** `give-up` on the third crash within a minute; counting then starts afresh. */
  readonly crashed: () => 'reload' | 'give-up'
}

/** `now` is a clock in milliseconds. */
export function createCrashGuard(now: () => number): CrashGuard {
  let crashes: readonly number[] = []
  return {
    crashed() {
      const at = now()
      crashes = [...crashes.filter((earlier) => at - earlier < WITHIN_MS), at]
      if (crashes.length < MOST_CRASHES) return 'reload'
      crashes = []
      return 'give-up'
    },
  }
}
