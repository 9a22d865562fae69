import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { capture } from '../../support/local-server.ts'
import { fill, openReplaying } from '../../support/replaying.ts'

describe('ten thousand callbacks at a concurrency of 32', () => {
  const TOTAL = 10_000
  const PEOPLE = 40
  const CONCURRENCY = 32

  it.each(['none', 'person', 'all'] as const)(
    'arrive once each, in order: %s',
    async (order) => {
      // Answers only when as many wait as can be under way, so that fewer would hang and more would be seen.
      const together = order === 'all' ? 1 : CONCURRENCY
      let most = 0
      const waiting: ServerResponse[] = []
      const arrived: { readonly person: string; readonly index: number }[] = []
      const { origin } = await capture(({ body }, response) => {
        const { from, text } = JSON.parse(body.toString('utf8'))
        arrived.push({ person: from, index: Number(text) })
        waiting.push(response)
        most = Math.max(most, waiting.length)
        if (waiting.length < together && arrived.length < TOTAL) return
        for (const one of waiting.splice(0)) one.end()
      })
      const replaying = await openReplaying({ origin })
      await fill(replaying, TOTAL, PEOPLE)
      const run = await replaying.run({ pace: { kind: 'fast', concurrency: CONCURRENCY, order } })
      expect(run).toMatchObject({ state: 'finished', total: TOTAL, sent: TOTAL, ok: TOTAL, failed: 0 })
      const indexes = arrived.map(({ index }) => index)
      expect(indexes.toSorted((one, other) => one - other)).toEqual(
        Array.from({ length: TOTAL }, (_, i) => i),
      )
      if (order === 'all') expect(indexes).toEqual(indexes.toSorted((one, other) => one - other))
      expect(most).toBe(together)
      if (order === 'person') {
        const byPerson = Map.groupBy(arrived, ({ person }) => person)
        expect(byPerson.size).toBe(PEOPLE)
        for (const ofOne of byPerson.values()) {
          const inOrder = ofOne.toSorted((one, other) => one.index - other.index)
          expect(ofOne).toEqual(inOrder)
        }
      }
      const page = await replaying.replays.results({
        runId: run.id,
        filter: 'all',
        afterIndex: 9_997,
        limit: 500,
      })
      expect(page.map(({ index, delivery }) => [index, delivery.callbackSeq])).toEqual([
        [9_998, 9_999],
        [9_999, 10_000],
      ])
      expect(replaying.failures).toEqual([])
    },
    60_000,
  )
})
