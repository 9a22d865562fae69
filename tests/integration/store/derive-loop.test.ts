import { expect, test } from 'vitest'
import { createAnswerReader } from '#electron/store/answer-log.ts'
import { createDeriveLoop } from '#electron/store/derive-loop.ts'
import { createIndexWriter } from '#electron/store/index-writer.ts'
import { createIntakeReader } from '#electron/store/intake-reader.ts'
import { openDatabase } from '#electron/store/open-database.ts'
import { openIndex, truthFile } from '#electron/store/open-index.ts'
import { createTolerantWriter } from '#electron/store/tolerant-writer.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'

test('what is captured right after a look that found nothing is derived as well', async () => {
  const { folder, close } = await openStore()
  await close()
  const [db, truth] = [openIndex(folder), openDatabase(truthFile(folder))]
  const intakes = createIntakeReader(truth)
  const judge = () => ({ state: 'unsigned', jti: null }) as const
  const writer = createIndexWriter(db, { judge, intakeOf: intakes.one })
  const { receivedAtMs, method, path } = intakeOf('{}')
  let captures = 1
  const captured: number[] = []
  const loop = createDeriveLoop({
    moveMarks: () => [],
    ...{ db, writer, tell: () => undefined, onSlice: () => undefined },
    tolerant: createTolerantWriter({ db, writer, intakeOf: intakes.one, tell: () => undefined }),
    intakes: {
      ...intakes,
      page(behind, limit) {
        const found = intakes.page(behind, limit)
        // As the capture does, in its own thread: between this look and whatever follows it.
        if (found.length === 0 && captures > 0) {
          captures -= 1
          truth
            .prepare(
              "INSERT INTO intake (received_at_ms, route, method, path, headers, body) VALUES (?, 'inbound', ?, ?, '[]', x'7b7d')",
            )
            .run(receivedAtMs, method, path)
        }
        return found
      },
    },
    answersBehind: createAnswerReader(truth),
    newestSeq: intakes.newestSeq,
    pace: { next: () => ({ limit: 10, pauseMs: 0 }) },
    publisher: {
      publish: ({ callbacks }) => captured.push(...callbacks.map(({ seq }) => seq)),
      caughtUp: () => undefined,
    },
  })
  await loop.settled()
  await loop.settled()
  expect(captured).toEqual([1])
  await loop.stop()
  truth.close()
  db.close()
})
