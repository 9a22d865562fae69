import { expect, it } from 'vitest'
import { lastWords } from '#electron/desktop/last-words.ts'
import { WorkbenchError } from '#shared/errors.ts'

it('an error that explains itself is told in its own words', () => {
  const error = new WorkbenchError({
    code: 'DATA_FOLDER_IN_USE',
    what: 'It is open.',
    why: 'Elsewhere.',
    fix: 'Close it.',
  })
  expect(lastWords(error)).toBe('It is open.\nElsewhere.\nClose it.')
})

it('any other says what is known and what to do', () => {
  expect(lastWords(new RangeError('too far'))).toContain('too far\nStart it again.')
  expect(lastWords('odd')).toContain('odd')
})
