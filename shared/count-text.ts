import { numberText } from './number-text.ts'
/** A count with its noun: `1 callback`, `12,345 callbacks`. */
export function countText(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`
}
