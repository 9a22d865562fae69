import { expect, test } from 'vitest'
import { defaultRetention } from '#shared/retention.ts'
import {
  fieldsOf,
  isTighter,
  limitsOf,
  problemOf,
} from '../../../renderer/pages/settings/storage/limits-form-state.ts'

test('the defaults are 100,000 callbacks, 30 days and 1 GiB, and come back as they were', () => {
  const fields = fieldsOf(defaultRetention)
  expect([fields.callbacks.text, fields.days.text, fields.mebibytes.text]).toEqual(['100000', '30', '1024'])
  expect(limitsOf(fields)).toEqual(defaultRetention)
})

test('each limit can be switched off, and comes back with its usual number', () => {
  const none = { maxCallbacks: null, maxAgeMs: null, maxBytes: null }
  const fields = fieldsOf(none)
  expect(limitsOf(fields)).toEqual(none)
  expect(limitsOf({ ...fields, days: { ...fields.days, isOn: true } })).toEqual({
    ...none,
    maxAgeMs: 30 * 24 * 3_600_000,
  })
})

test.each([
  ['callbacks', '0', false],
  ['callbacks', '1,000', true],
  ['callbacks', '1.5', false],
  ['callbacks', 'many', false],
  ['days', '0.5', true],
  ['days', '-1', false],
  ['days', '99999', false],
  ['mebibytes', '', false],
  ['mebibytes', '2048', true],
] as const)('%s: %j', (name, text, isGood) => {
  expect(problemOf(name, { isOn: true, text }) === null).toBe(isGood)
  expect(problemOf(name, { isOn: false, text })).toBeNull()
})

test('a limit is tighter when something kept before may have to go', () => {
  const wider = { ...defaultRetention, maxCallbacks: null }
  expect(isTighter(wider, defaultRetention)).toBe(false)
  expect(isTighter(defaultRetention, wider)).toBe(true)
  expect(isTighter({ ...defaultRetention, maxBytes: 1_024 ** 2 }, defaultRetention)).toBe(true)
})
