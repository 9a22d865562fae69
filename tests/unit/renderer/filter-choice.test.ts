import { describe, expect, it } from 'vitest'
import { filterChoices, isChip } from '../../../renderer/pages/callbacks/filter-choice.ts'
import { foundWords } from '../../../renderer/pages/callbacks/found-words.ts'

function toggled(text: string, ...labels: readonly string[]): string {
  return labels.reduce((now, label) => {
    return filterChoices.find((choice) => choice.label === label)?.toggle(now) ?? now
  }, text)
}
const on = (text: string) => filterChoices.filter(({ isOn }) => isOn(text)).map(({ label }) => label)

describe('a chip', () => {
  it.each([
    ['', ['Inbound'], 'kind:inbound'],
    ['order', ['Status'], 'order kind:status'],
    ['order', ['Status', 'Inbound'], 'order kind:inbound'],
    ['kind:status order', ['Status'], 'order'],
    ['order', ['Signature trouble', 'Failed'], 'order sig:fail has:error'],
    ['order sig:fail has:error kind:other', ['All'], 'order'],
    ['SIG:trouble order', ['Signature trouble'], 'order'],
    ['-kind:status', ['Inbound'], '-kind:status kind:inbound'],
    ['kind:foo order', ['Failed'], 'kind:foo order has:error'],
  ])('in “%s”: %j makes “%s”', (text, labels, after) => {
    expect(toggled(text, ...labels)).toBe(after)
  })

  it.each([
    ['', ['All']],
    ['order', ['All']],
    ['-kind:status', ['All']],
    ['kind:status', ['Status']],
    ['kind:inbound signature:fail has:error', ['Inbound', 'Signature trouble', 'Failed']],
    ['"kind:status"', ['All']],
  ])('in “%s” is on: %j', (text, labels) => {
    expect(on(text)).toEqual(labels)
  })

  it('stands for its condition', () => {
    expect(isChip({ field: 'has', value: 'error', isNegated: false })).toBe(true)
    expect(isChip({ field: 'has', value: 'image', isNegated: false })).toBe(false)
  })
})

it.each([
  [{ count: 1_204, isExact: true }, '1,204 found'],
  [{ count: 1_240_000, isExact: false }, 'about 1,240,000 found'],
])('%j: %s', (found, words) => {
  expect(foundWords(found)).toBe(words)
})
