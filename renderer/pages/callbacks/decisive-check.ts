import type { Check } from '#shared/check.ts'

/** The check that matters most: the first that failed, else the first warning; null when there is neither. */
export function decisiveCheck(checks: readonly Check[]): Check | null {
  const failed = checks.filter(({ ok }) => ok === false)
  return failed.find(({ severity }) => severity === 'error') ?? failed[0] ?? null
}
