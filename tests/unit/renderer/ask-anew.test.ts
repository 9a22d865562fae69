import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { askAnew } from '../../../renderer/state/ask-anew.ts'

/** A question whose answers are given by hand, and the answer that is shown. */
function ask() {
  const queries = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  })
  const asked: PromiseWithResolvers<string>[] = []
  const observer = new QueryObserver(queries, {
    queryKey: ['results'],
    queryFn: () => {
      const answer = Promise.withResolvers<string>()
      asked.push(answer)
      return answer.promise
    },
  })
  const leave = observer.subscribe(() => undefined)
  return { queries, asked, leave, shown: () => observer.getCurrentResult().data }
}

test('a first answer from before the change is asked for once more', async () => {
  const { queries, asked, leave, shown } = ask()
  askAnew(queries, { queryKey: ['results'] })
  asked[0]?.resolve('from before')
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.resolve('from after')
  await vi.waitFor(() => expect(shown()).toBe('from after'))
  leave()
})

test('so is one that fails', async () => {
  const { queries, asked, leave, shown } = ask()
  askAnew(queries, { queryKey: ['results'] })
  asked[0]?.reject(new Error('cut off'))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  asked[1]?.resolve('from after')
  await vi.waitFor(() => expect(shown()).toBe('from after'))
  leave()
})

test('an answer that is there is asked for anew at once, and only once', async () => {
  const { queries, asked, leave, shown } = ask()
  asked[0]?.resolve('from before')
  await vi.waitFor(() => expect(shown()).toBe('from before'))
  askAnew(queries, { queryKey: ['results'] })
  expect(asked).toHaveLength(2)
  asked[1]?.resolve('from after')
  await vi.waitFor(() => expect(shown()).toBe('from after'))
  expect(asked).toHaveLength(2)
  leave()
})
