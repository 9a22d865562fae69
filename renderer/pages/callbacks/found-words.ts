import { numberText } from '#shared/number-text.ts'
/** How many there are: `1,204 found`, or `about 1,240,000 found` where they were not counted one by one. */
export function foundWords({
  count,
  isExact,
}: {
  readonly count: number
  readonly isExact: boolean
}): string {
  return `${isExact ? '' : 'about '}${numberText(count)} found`
}
