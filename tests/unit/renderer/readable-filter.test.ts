import { expect, it } from 'vitest'
import { readableFilter } from '../../../renderer/pages/callbacks/readable-filter.ts'

it.each([
  ['', ''],
  [' kind:status ', 'kind:status'],
  ['status:rejected person', 'status:rejected person'],
  ['status:rejected person:', 'status:rejected'],
  ['person: order -kind:', 'order'],
  ['kind:foo', null],
  ['kind:foo person:', null],
  ['status:rejected "open', null],
  ['from:""', null],
])('of “%s”, in force is %s', (text, inForce) => {
  expect(readableFilter(text, 0)).toBe(inForce)
})
