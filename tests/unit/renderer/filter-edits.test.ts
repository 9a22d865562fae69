import { describe, expect, it } from 'vitest'
import { changedFilters, withEdit, withoutSaved } from '../../../renderer/filter/filter-edits.ts'

const one = { id: '1', name: 'One', text: 'kind:inbound' }
const two = { id: '2', name: 'Two', text: '' }
const none = new Map()

describe('edits of saved filters', () => {
  it('are those that make another filter, as they were typed', () => {
    const edits = withEdit(withEdit(none, '1', { ...one, name: ' One ' }), '2', {
      ...two,
      text: 'has:error ',
    })
    expect(changedFilters([one, two], edits)).toEqual([{ ...two, text: 'has:error ' }])
  })

  it('are nothing for a filter that was deleted meanwhile', () => {
    expect(changedFilters([one], withEdit(none, '2', { name: 'Other', text: '' }))).toEqual([])
  })

  it('stay when they were typed while earlier ones were saved', () => {
    const saved = { ...one, name: 'Uno' }
    const edits = withEdit(none, '1', saved)
    expect(changedFilters([one], withoutSaved(edits, saved))).toEqual([])
    const since = withEdit(edits, '1', { ...saved, name: 'Unos' })
    expect(withoutSaved(since, saved)).toBe(since)
  })
})
