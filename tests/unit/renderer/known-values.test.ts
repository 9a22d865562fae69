import { expect, it } from 'vitest'
import { knownValues } from '../../../renderer/filter/known-values.ts'
import { createSeenValues } from '../../../renderer/filter/seen-values.ts'
import { rowOf } from './rows.ts'

it('offers who was seen whatever is filtered now, people with names first', () => {
  const seen = createSeenValues()
  seen.see([rowOf({ seq: 1, psid: '7', pageId: '1' }), rowOf({ seq: 2, psid: null, pageId: null })])
  seen.see([rowOf({ seq: 3, kind: 'status', psid: '8', pageId: '1', errorCode: '1340' })])
  const people = [
    { psid: '8', name: 'Linh' },
    { psid: '8', name: 'Linh, test phone' },
  ]
  const known = knownValues(seen.now(), people)
  const of = (name: string) =>
    known.filter(({ field }) => field === name).map(({ value, about }) => [value, about])
  expect(of('person')).toEqual([
    ['8', 'Linh, test phone'],
    ['7', 'a person'],
  ])
  expect(of('to')).toEqual([
    ['8', 'Linh, test phone'],
    ['7', 'a person'],
    ['1', 'a Page'],
  ])
  expect(of('page')).toEqual([['1', 'a Page']])
  expect(of('code')).toEqual([['1340', '']])
  expect(of('status')).toContainEqual(['rejected', ''])
})
