import { assertNever } from '../assert-never.ts'
import type { SearchTerm } from './query.ts'
import { agoText, momentText } from './query-time.ts'
import { quoted, quotedIfNeeded } from './query-words.ts'

/** A condition in the words of the grammar: what `parseQuery` reads as the same condition. */
export function writeTerm(term: SearchTerm): string {
  return `${term.isNegated ? '-' : ''}${positive(term)}`
}

function positive(term: SearchTerm): string {
  switch (term.field) {
    case 'text':
      return textOf(term)
    case 'since':
      return `since:${agoText(term.value)}`
    case 'after':
    case 'before':
      return `${term.field}:${momentText(term.value)}`
    case 'sig':
      return `sig:${term.value === 'trouble' ? 'fail' : term.value}`
    case 'kind':
    case 'type':
    case 'status':
    case 'from':
    case 'to':
    case 'person':
    case 'page':
    case 'uuid':
    case 'code':
    case 'version':
    case 'has':
    case 'is':
      return `${term.field}:${quotedIfNeeded(term.value)}`
    default:
      return assertNever(term)
  }
}

function textOf({ value, match }: Extract<SearchTerm, { field: 'text' }>): string {
  const isBare = match === 'prefix' && quotedIfNeeded(value) === value && !value.endsWith('*')
  return isBare ? value : quoted(value)
}

/** The query with one more condition at its end, unless it has it already. */
export function withTerm(text: string, term: SearchTerm): string {
  const written = writeTerm(term)
  if (text.split(/\s+/).includes(written)) return text
  return text.trim() === '' ? written : `${text.trimEnd()} ${written}`
}

/** The query without what stands at this place. */
export function withoutPlace(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return [text.slice(0, start).trim(), text.slice(end).trim()].filter((part) => part !== '').join(' ')
}
