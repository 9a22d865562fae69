import { assertNever } from '#shared/assert-never.ts'
import type { CallbackKind } from '#shared/callback.ts'
import type { SearchHas, SearchQuery, SearchSignature, SearchTerm } from '#shared/search/query.ts'
import type { Facet } from './facets.ts'
import { anyOf, type Expression } from './match-expression.ts'
import { tagOf } from './search-tags.ts'
import { textExpression } from './text-expression.ts'
import type { TimeSpan } from './time-blocks.ts'
import type { Completions } from './word-completions.ts'

/** What to look for. An event matches when all of it holds. */
export type SearchPlan = {
  /** What it must have. */
  readonly wanted: readonly Expression[]
  /** What it must not have. Where there is any, something is wanted or the facets are given. */
  readonly unwanted: readonly Expression[]
  /** Which facets it can be of; null: whichever. */
  readonly facetIds: readonly number[] | null
  /** When it was received, from and before; null: at any time. */
  readonly span: TimeSpan | null
  /** How many events match, where that is known without looking; else null. */
  readonly knownCount: number | null
}

type PlanDeps = { readonly nowMs: number; readonly completions: Completions }

/**
 * Turns a query into what the index can be asked. Terms on fields with few values become a choice among the facets that
 * occur, which also says at once that nothing matches, or how many do; all others become tags, and words of events of
 * the kinds that are left to choose from.
 */
export function planSearch(
  query: SearchQuery,
  facets: readonly Facet[],
  { nowMs, completions }: PlanDeps,
): SearchPlan {
  const chosen = chosenFrom(facets, query)
  const span = spanOf(query, nowMs)
  if (chosen.length === 0) return { wanted: [], unwanted: [], facetIds: null, span, knownCount: 0 }
  const expressionsOf = (terms: SearchQuery) =>
    terms.flatMap((term) => expressionOf(term, chosen, completions) ?? [])
  const wanted = expressionsOf(query.filter(({ isNegated }) => !isNegated))
  const unwanted = expressionsOf(query.filter(({ isNegated }) => isNegated))
  const hasExpressions = wanted.length > 0 || unwanted.length > 0
  // Words say the kind as well.
  const kinds = kindsOf(wanted.some(({ isOfKinds }) => isOfKinds) ? chosen : facets)
  const isLimited = chosen.length < facets.filter(({ kind }) => kinds.includes(kind)).length
  const needsFacets = isLimited || (hasExpressions && wanted.length === 0)
  return {
    ...{ wanted, unwanted, span },
    facetIds: needsFacets ? chosen.map(({ id }) => id) : null,
    knownCount: hasExpressions || span !== null ? null : sum(chosen),
  }
}

/** The facets whose events match, where a query asks for nothing but facets and times; else null. */
export function facetsTelling(query: SearchQuery, facets: readonly Facet[]): readonly Facet[] | null {
  if (query.some((term) => expressionOf(term, facets, () => null) !== null)) return null
  return chosenFrom(facets, query)
}

function chosenFrom(facets: readonly Facet[], query: SearchQuery): readonly Facet[] {
  return facets.filter((facet) => query.every((term) => facetMatches(facet, term)))
}

function kindsOf(facets: readonly Facet[]): readonly CallbackKind[] {
  return [...new Set(facets.map(({ kind }) => kind))]
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
function expressionOf(
  term: SearchTerm,
  facets: readonly Facet[],
  completions: Completions,
): Expression | null {
  switch (term.field) {
    case 'person':
    case 'page':
    case 'uuid':
      return { text: tagOf(term.field, term.value), isList: true, isOfKinds: false }
    case 'from':
      return sideOf(term.value, facets, { inbound: 'person', status: 'page' })
    case 'to':
      return sideOf(term.value, facets, { inbound: 'page', status: 'person' })
    case 'text':
      return textExpression(term, kindsOf(facets), completions)
    default:
      return null
  }
}

type Sides = Readonly<Record<'inbound' | 'status', 'person' | 'page'>>

function sideOf(value: string, facets: readonly Facet[], sides: Sides): Expression {
  const parts = (['inbound', 'status'] as const).flatMap((kind) => {
    const ids = facets.filter((facet) => facet.kind === kind).map(({ id }) => tagOf('facet', id))
    return ids.length === 0 ? [] : [`(${tagOf(sides[kind], value)} AND ${anyOf(ids)})`]
  })
  const text = parts.length === 0 ? tagOf('person', value) : anyOf(parts)
  return { text, isList: false, isOfKinds: false }
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
