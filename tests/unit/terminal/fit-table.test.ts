import { expect, test } from 'vitest'
import { fitTable, type TableColumn } from '#shared/terminal/fit-table.ts'

type Row = { readonly id: string; readonly who: string; readonly text: string }

const columns: readonly TableColumn<Row>[] = [
  { title: 'Id', textOf: ({ id }) => id, dispensable: 0 },
  { title: 'Who', textOf: ({ who }) => who, dispensable: 1 },
  { title: 'Text', textOf: ({ text }) => text, dispensable: 0 },
]
const row: Row = { id: '7', who: 'Ana 日本', text: 'A text that goes on and on and on' }

test.each([
  [null, 'Id  Who       Text', '7   Ana 日本  A text that goes on and on and on'],
  [40, 'Id  Who       Text', '7   Ana 日本  A text that goes on and o…'],
  [30, 'Id  Text', '7   A text that goes on and o…'],
])('in %s columns', (width, header, line) => {
  const table = fitTable(columns, width, [row])
  expect([table.header, table.lineOf(row)]).toEqual([header, line])
})

test('a row that comes later keeps to the columns', () => {
  const table = fitTable(columns, 40, [row])
  expect(table.lineOf({ id: '1234', who: 'B', text: 'x' })).toBe('1…  B         x')
})
