import { expect, it } from 'vitest'
import { createArrivalJudge, type JudgedRows } from '../../../renderer/pages/callbacks/arrival-judge.ts'
import { turns } from '../../support/turn.ts'
import { rowOf, rowsOf } from './rows.ts'

function open(filter: string) {
  const state = { filter }
  const told: JudgedRows[] = []
  const failures: unknown[] = []
  const asked: { readonly seqs: number[]; readonly answer: PromiseWithResolvers<{ seqs: number[] }> }[] = []
  const judge = createArrivalJudge({
    filter: () => state.filter,
    match({ seqs }) {
      const answer = Promise.withResolvers<{ seqs: number[] }>()
      asked.push({ seqs, answer })
      return answer.promise
    },
    tell: (judged) => told.push(judged),
    fail: (reason) => failures.push(reason),
  })
  return { state, told, failures, asked, judge }
}

it('shows all at once where nothing is filtered', () => {
  const { judge, told, asked } = open('')
  judge.add(rowsOf(1, 2))
  expect(told).toMatchObject([{ filter: '', shown: null, rows: [{ seq: 1 }, { seq: 2 }] }])
  expect(asked).toEqual([])
})

it('asks one question at a time, about each row as it was last', async () => {
  const { judge, told, asked } = open('kind:status')
  judge.add(rowsOf(1))
  judge.add([rowOf({ seq: 2, summary: 'early' })])
  judge.add([rowOf({ seq: 2, summary: 'late' }), rowOf({ seq: 3 })])
  expect(asked.map(({ seqs }) => seqs)).toEqual([[1]])
  asked[0]?.answer.resolve({ seqs: [] })
  await turns(2)
  expect(told).toMatchObject([{ shown: new Set(), rows: [{ seq: 1 }] }])
  expect(asked[1]?.seqs).toEqual([2, 3])
  asked[1]?.answer.resolve({ seqs: [2] })
  await turns(2)
  expect(told[1]).toMatchObject({ shown: new Set([2]), rows: [{ seq: 2, summary: 'late' }, { seq: 3 }] })
})

it('asks about no more than may be asked at once', async () => {
  const { judge, asked } = open('x')
  judge.add(rowsOf(...Array.from({ length: 501 }, (_, index) => index + 1)))
  expect(asked[0]?.seqs).toHaveLength(500)
  asked[0]?.answer.resolve({ seqs: [] })
  await turns(2)
  expect(asked[1]?.seqs).toEqual([501])
})

it('tells by which filter was judged, and what could not be', async () => {
  const { judge, state, told, asked, failures } = open('a')
  judge.add(rowsOf(1))
  state.filter = 'b'
  asked[0]?.answer.resolve({ seqs: [1] })
  await turns(2)
  expect(told).toMatchObject([{ filter: 'a' }])
  judge.add(rowsOf(2))
  asked[1]?.answer.reject('cut off')
  await turns(2)
  expect(failures).toEqual(['cut off'])
  judge.add(rowsOf(3))
  expect(asked[2]?.seqs).toEqual([3])
})
