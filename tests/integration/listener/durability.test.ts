import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { everything } from '#shared/search/filter-text.ts'
import { type Acknowledged, postCallbacks } from '../../support/callback-load.ts'
import { capturedBytes, openWorkbench } from '../../support/open-workbench.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'
import { startProcess, startWorkbench } from '../../support/workbench-process.ts'

const TOTAL = 2_000
const KILLED_AFTER = 1_000

const NEWEST = { filter: everything, order: 'newest', behindSeq: null, limit: 1 } as const

function countCaptured(folder: string): number {
  const db = new DatabaseSync(join(folder, 'callbacks.db'), { readOnly: true })
  const count = Number(db.prepare('SELECT count(*) AS n FROM intake').get()?.n)
  db.close()
  return count
}

/** Posts at 32 connections and kills the receiver, without warning, in the middle. */
async function postUntilKilled(url: string, kill: () => void): Promise<Acknowledged> {
  const acknowledged = await postCallbacks({
    url,
    total: TOTAL,
    connections: 32,
    onAcknowledged: (count) => {
      if (count === KILLED_AFTER) kill()
    },
  })
  kill()
  return acknowledged
}

/** Starts the workbench on what was left behind: which acknowledged callbacks are not there as they were sent? */
async function lostAfterRestart(folder: string, acknowledged: Acknowledged): Promise<readonly string[]> {
  const workbench = await openWorkbench({ dataFolder: folder })
  const captured = countCaptured(folder)
  await until(async () => (await workbench.client.callbackPage(NEWEST)).total === captured)
  const stored = new Map<string | null, number>()
  for (let behindSeq: number | null = null; ; ) {
    const { rows } = await workbench.client.callbackPage({ ...NEWEST, behindSeq, limit: 500 })
    for (const { messageUuid, seq } of rows) stored.set(messageUuid, seq)
    const last = rows.at(-1)
    if (last === undefined) break
    behindSeq = last.seq
  }
  const lost: string[] = []
  for (const [messageUuid, body] of acknowledged) {
    const seq = stored.get(messageUuid)
    if (seq === undefined || !(await capturedBytes(workbench, seq)).equals(body)) lost.push(messageUuid)
  }
  await workbench.close()
  return lost
}

test('whatever was answered 200 before a kill is there after the restart, byte for byte and with its row', async () => {
  const folder = tempFolder()
  const { addresses, kill, ended } = await startWorkbench(folder)
  const acknowledged = await postUntilKilled(addresses.inbound, () => kill('SIGKILL'))
  expect(await ended).toMatchObject({ signal: 'SIGKILL' })
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLED_AFTER)
  expect(acknowledged.size).toBeLessThan(TOTAL)

  expect(await lostAfterRestart(folder, acknowledged)).toEqual([])
  const db = new DatabaseSync(join(folder, 'callbacks.db'))
  db.prepare('ATTACH ? AS idx').run(join(folder, 'index.db'))
  const underived = db.prepare(
    'SELECT count(*) AS n FROM intake WHERE seq NOT IN (SELECT seq FROM idx.callback)',
  )
  expect(underived.get()).toEqual({ n: 0 })
  expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  db.close()
}, 120_000)

test('the same test finds what a listener loses that answers before it stores', async () => {
  const folder = tempFolder()
  const { firstLine, kill, ended } = startProcess({
    script: 'tests/support/answer-before-commit.ts',
    args: [folder],
  })
  const { inbound } = JSON.parse(await firstLine())
  const acknowledged = await postUntilKilled(inbound, () => kill('SIGKILL'))
  await ended
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLED_AFTER)
  const lost = await lostAfterRestart(folder, acknowledged)
  // 700 were stored at once; what came behind them was not.
  expect(lost.length).toBeGreaterThanOrEqual(KILLED_AFTER - 700)
  expect(lost.length).toBeLessThan(acknowledged.size)
}, 120_000)
