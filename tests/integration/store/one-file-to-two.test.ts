import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { migrations } from '#electron/store/migrations.ts'
import { assortedIntakes, intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'
import { startWorkbench } from '../../support/workbench-process.ts'

/** A data folder as it was when everything was in one file, derived rows included. */
function oldFolder(count: number): string {
  const folder = tempFolder()
  const db = new DatabaseSync(join(folder, 'callbacks.db'))
  db.exec(`PRAGMA journal_mode = WAL; ${migrations.slice(0, 2).join('\n')} PRAGMA user_version = 2; BEGIN`)
  const intake = db.prepare(
    'INSERT INTO intake (received_at_ms, route, method, path, flaw, headers, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const answer = db.prepare('INSERT INTO answer VALUES (?, 200, 1.5)')
  const callback = db.prepare(
    "INSERT INTO callback (seq, kind, type, summary, signature) VALUES (?, 'other', 'old', 'old', 'unknown')",
  )
  const assorted = assortedIntakes()
  for (let n = 0; n < count; n += 1) {
    const body = JSON.stringify({ message_uuid: `m${n}`, to: '1', from: '2', status: 'read' })
    const one = assorted[n] ?? intakeOf(body)
    intake.run(
      // Not so old that it is pruned.
      Date.now(),
      one.route,
      one.method,
      one.path,
      one.flaw,
      JSON.stringify(one.headers),
      one.body,
    )
    answer.run(n + 1)
    callback.run(n + 1)
  }
  db.exec(`
    INSERT INTO reply VALUES ('r1', 1000, 'm${count - 1}', 'hello', '{}');
    INSERT INTO replay_run VALUES ('run', 1, 't', 'Target', '{}', 'finished', 1, 1, 1, 0, 0, 0, 5);
    INSERT INTO target_delivery (id, callback_seq, target_id, target_name, url, origin, at_ms, duration_ms, kind,
      http_status, is_body_cut) VALUES ('d1', ${count}, 't', 'Target', 'http://127.0.0.1/', 'forward', 1, 2, 'answered', 204, 0);
    COMMIT`)
  db.close()
  return folder
}

/** Everything that is not derived, to compare. */
function truthOf(folder: string): unknown {
  const db = new DatabaseSync(join(folder, 'callbacks.db'), { readOnly: true })
  const tables = ['intake', 'answer', 'replay_run', 'target_delivery']
  const all = tables.map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY rowid`).all())
  all.push(db.prepare('SELECT id, sent_at_ms, message_uuid, summary, document FROM reply').all())
  db.close()
  return all
}

test('a folder of one file keeps callbacks, answers, replies, runs and deliveries', async () => {
  const folder = oldFolder(60)
  const before = truthOf(folder)
  const { store, allRows } = await openStore({ folder })
  await store.settled()
  const rows = await allRows()
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 60 }, (_, index) => 60 - index))
  expect(rows.every(({ type, answer }) => type !== 'old' && answer?.httpStatus === 200)).toBe(true)
  expect(rows[0]).toMatchObject({ reply: { id: 'r1' }, passedOn: { kind: 'answered', httpStatus: 204 } })
  expect(truthOf(folder)).toEqual(before)
})

test('killed in the middle, it goes on at the next start: nothing lost, nothing doubled', async () => {
  const count = 6_000
  const folder = oldFolder(count)
  const before = truthOf(folder)
  for (const derived of [0, 1_000, 3_000]) {
    const { kill, ended } = await startWorkbench(folder)
    await until(() => derivedIn(folder) > derived)
    kill('SIGKILL')
    await ended
  }
  expect(truthOf(folder)).toEqual(before)
  const { store } = await openStore({ folder })
  await store.settled()
  expect(store.sizes()).toMatchObject({ events: count, callbacks: count })
  const index = new DatabaseSync(join(folder, 'index.db'), { readOnly: true })
  const counts = ['callback', 'main.answer', 'search'].map((table) =>
    index.prepare(`SELECT count(*) AS n FROM ${table}`).get(),
  )
  expect(counts).toEqual([{ n: count }, { n: count }, { n: count }])
  expect(index.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
  expect(index.prepare('SELECT sum(events) AS n FROM facet').get()).toEqual({ n: count })
  index.close()
}, 60_000)

function derivedIn(folder: string): number {
  const file = join(folder, 'index.db')
  if (!existsSync(file)) return 0
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
  try {
    return Number(db.prepare('SELECT seq FROM position').get()?.seq ?? 0)
  } catch {
    // Its tables are not there yet.
    return 0
  } finally {
    db.close()
  }
}
