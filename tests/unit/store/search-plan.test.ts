import { expect, test } from 'vitest'
import type { Facet } from '#electron/store/facets.ts'
import { planSearch } from '#electron/store/search-plan.ts'
import { parseQuery } from '#shared/search/parse-query.ts'

const facet = (id: number, kind: Facet['kind'], type: string): Facet => ({
  ...{ id, kind, type, version: 'v1', signature: 'valid', code: null, has: '', events: 10 },
})
const facets = [facet(1, 'inbound', 'text'), facet(2, 'inbound', 'image'), facet(3, 'status', 'read')]

function planOf(query: string, words: readonly string[] | null = null) {
  const parsed = parseQuery(query, 0)
  if (!parsed.ok) throw new Error(parsed.fault.what)
  const completions = (begun: string) => words?.filter((word) => word.startsWith(begun)) ?? null
  const { wanted, unwanted, facetIds, knownCount } = planSearch(parsed.query, facets, {
    nowMs: 0,
    completions,
  })
  const texts = (some: typeof wanted) => some.map(({ text }) => text)
  return { wanted: texts(wanted), unwanted: texts(unwanted), facetIds, knownCount }
}

test('a word is asked only of the kinds of events that the other conditions leave', () => {
  expect(planOf('"order"').wanted).toEqual(['(("iorder" OR "sorder"))'])
  expect(planOf('"order" status:read').wanted).toEqual(['(("sorder"))'])
  expect(planOf('-"order" -kind:inbound').unwanted).toEqual(['(("sorder"))'])
  expect(planOf('"my order" type:image').wanted).toEqual(['(("imy iorder"))'])
})

test('facets are asked only where the words do not say as much', () => {
  expect(planOf('"order"').facetIds).toBeNull()
  expect(planOf('"order" kind:inbound').facetIds).toBeNull()
  expect(planOf('"order" type:text').facetIds).toEqual([1])
  expect(planOf('person:1 kind:inbound').facetIds).toEqual([1, 2])
  expect(planOf('-"order"').facetIds).toEqual([1, 2, 3])
})

test('a begun word is asked as the words that go on from it, unless there are too many', () => {
  expect(planOf('my-ord', ['iorder', 'iordinary', 'sord']).wanted).toEqual([
    '(("imy iorder" OR "imy iordinary" OR "smy sord"))',
  ])
  expect(planOf('ord kind:status', []).wanted).toEqual(['(("sord"))'])
  expect(planOf('ord kind:status').wanted).toEqual(['(("sord" *))'])
})

test('what no facet allows is known to find nothing, and what facets alone say is counted by them', () => {
  expect(planOf('kind:inbound status:read "order"').knownCount).toBe(0)
  expect(planOf('kind:inbound').knownCount).toBe(20)
  expect(planOf('kind:inbound "order"').knownCount).toBeNull()
})
