import { assertNever } from '#shared/assert-never.ts'
import type { SearchHas, SearchQuery, SearchSignature, SearchTerm } from '#shared/search/query.ts'
import { queryTokens } from '#shared/search/tokens.ts'
import type { Facet } from './facets.ts'
import { tagOf } from './search-tags.ts'
import type { TimeSpan } from './time-blocks.ts'

/** How a query is answered. */
export type SearchPlan = {
  /** A full-text expression; null: every event matches. */
  readonly match: string | null
  /** When they were received, from and before; null: at any time. */
  readonly span: TimeSpan | null
  /** How many events match, where that is known without looking; else null. */
  readonly knownCount: number | null
}

/**
 * Turns a query into one full-text expression. Terms on fields with few values become a choice among the facets that
 * occur, which also says at once that nothing matches, or how many do; all others become tags and words.
 */
export function planSearch(query: SearchQuery, facets: readonly Facet[], nowMs: number): SearchPlan {
  const chosen = facets.filter((facet) => query.every((term) => facetMatches(facet, term)))
  const span = spanOf(query, nowMs)
  const expressions = query.flatMap((term) => {
    const text = expressionOf(term, facets)
    return text === null ? [] : [{ text, isNegated: term.isNegated }]
  })
  const wanted = expressions.filter(({ isNegated }) => !isNegated).map(({ text }) => text)
  const unwanted = expressions.filter(({ isNegated }) => isNegated).map(({ text }) => text)
  const needsFacets = chosen.length < facets.length || (wanted.length === 0 && unwanted.length > 0)
  if (needsFacets && chosen.length > 0) wanted.push(anyOf(chosen.map(({ id }) => tagOf('facet', id))))
  const isCounted = expressions.length === 0 && span === null
  return {
    match: wanted.length === 0 ? null : matchOf(wanted, unwanted),
    span,
    knownCount: chosen.length === 0 ? 0 : isCounted ? sum(chosen) : null,
  }
}

/** The facets whose events match, where a query asks for nothing but facets and times; else null. */
export function facetsTelling(query: SearchQuery, facets: readonly Facet[]): readonly Facet[] | null {
  if (query.some((term) => expressionOf(term, facets) !== null)) return null
  return facets.filter((facet) => query.every((term) => facetMatches(facet, term)))
}

function matchOf(wanted: readonly string[], unwanted: readonly string[]): string {
  const all = wanted.join(' AND ')
  return unwanted.length === 0 ? all : `(${all}) NOT ${anyOf(unwanted)}`
}

function anyOf(expressions: readonly string[]): string {
  return `(${expressions.join(' OR ')})`
}

function sum(facets: readonly Facet[]): number {
  return facets.reduce((count, { events }) => count + events, 0)
}

/** Whether events of a facet can match a term. Terms that a facet says nothing about match. */
function facetMatches(facet: Facet, term: SearchTerm): boolean {
  const said = facetSays(facet, term)
  return said === null || said !== term.isNegated
}

function facetSays(facet: Facet, term: SearchTerm): boolean | null {
  switch (term.field) {
    case 'kind':
      return facet.kind === term.value
    case 'type':
      return facet.type === term.value
    case 'status':
      return facet.kind === 'status' && facet.type === term.value
    case 'code':
      return facet.code === term.value
    case 'version':
      return facet.version === term.value
    case 'sig':
      return isSigned(facet, term.value)
    case 'has':
      return isHaving(facet, term.value)
    case 'is':
      return facet.has.split(' ').includes('pin')
    case 'from':
    case 'to':
    case 'person':
    case 'page':
    case 'uuid':
    case 'before':
    case 'after':
    case 'since':
    case 'text':
      return null
    default:
      return assertNever(term)
  }
}

function isSigned(facet: Facet, wanted: SearchSignature): boolean {
  return wanted === 'trouble'
    ? facet.kind !== 'other' && facet.signature !== 'valid'
    : facet.signature === wanted
}

function isHaving(facet: Facet, wanted: SearchHas): boolean {
  switch (wanted) {
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return facet.kind === 'inbound' && facet.type === wanted
    case 'error':
    case 'reply':
    case 'note':
    case 'repeat':
      return facet.has.split(' ').includes(wanted)
    default:
      return assertNever(wanted)
  }
}

/** What a term asks of the full-text index; null: nothing, its facets or its times say it all. */
function expressionOf(term: SearchTerm, facets: readonly Facet[]): string | null {
  switch (term.field) {
    case 'person':
    case 'page':
    case 'uuid':
      return tagOf(term.field, term.value)
    case 'from':
      return sideOf(term.value, facets, { inbound: 'person', status: 'page' })
    case 'to':
      return sideOf(term.value, facets, { inbound: 'page', status: 'person' })
    case 'text':
      return textExpression(term)
    default:
      return null
  }
}

type Sides = Readonly<Record<'inbound' | 'status', 'person' | 'page'>>

function sideOf(value: string, facets: readonly Facet[], sides: Sides): string {
  const parts = (['inbound', 'status'] as const).flatMap((kind) => {
    const ids = facets.filter((facet) => facet.kind === kind).map(({ id }) => tagOf('facet', id))
    return ids.length === 0 ? [] : [`(${tagOf(sides[kind], value)} AND ${anyOf(ids)})`]
  })
  return parts.length === 0 ? tagOf('person', value) : anyOf(parts)
}

function textExpression({ value, match }: Extract<SearchTerm, { field: 'text' }>): string | null {
  const chunks = match === 'phrase' ? [value] : value.split(/\s+/u)
  const phrases = chunks.flatMap((chunk, index) => {
    const isBegun = match === 'prefix' && index === chunks.length - 1
    const tokens = queryTokens(chunk, isBegun)
    if (tokens.length === 0) return []
    const isOpen = tokens.at(-1)?.isOpen === true
    return [`"${tokens.map(({ text }) => text).join(' ')}"${isOpen ? ' *' : ''}`]
  })
  return phrases.length === 0 ? null : `(${phrases.join(' AND ')})`
}

/** The times that all terms allow. */
export function spanOf(query: SearchQuery, nowMs: number): TimeSpan | null {
  let [fromMs, toMs] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const term of query) {
    if (term.field !== 'before' && term.field !== 'after' && term.field !== 'since') continue
    const atMs = term.field === 'since' ? nowMs - term.value : term.value
    const isBefore = (term.field === 'before') !== term.isNegated
    if (isBefore) toMs = Math.min(toMs, atMs)
    else fromMs = Math.max(fromMs, atMs)
  }
  if (fromMs === Number.NEGATIVE_INFINITY && toMs === Number.POSITIVE_INFINITY) return null
  return { fromMs: Math.max(fromMs, 0), toMs: Math.min(toMs, Number.MAX_SAFE_INTEGER) }
}
