import { Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { sessionHeaderLine, sessionLine } from '#shared/session/write-session.ts'
import { intakeOf, statusIntake } from '../../support/intakes.ts'
import { acceptedReply } from '../../support/open-store.ts'
import { callbackRecord, replyRecord } from '../../support/session-records.ts'
import { everythingAsItIs, openSessions } from '../../support/sessions.ts'
import { turns } from '../../support/turn.ts'

const inbound = (uuid: string, psid: string, text = 'Hello') =>
  `{"message_uuid":"${uuid}","from":"${psid}","to":"55","message_type":"text","text":"${text}"}`

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line))

test('a selection brings its repeats, its replies and the names of its people, each at its time', async () => {
  const names = [
    { psid: '1', name: 'Ana' },
    { psid: '2', name: 'Ben' },
    { psid: '3', name: 'Cem' },
  ]
  const { store, exported } = await openSessions({ names })
  const first = await store.append(intakeOf(inbound('a', '1'), { receivedAtMs: 1_000 }))
  await store.append(intakeOf(inbound('b', '3'), { receivedAtMs: 2_000 }))
  const status = await store.append(statusIntake('sent', 'delivered', 3_000))
  await store.append(intakeOf(inbound('a', '1'), { receivedAtMs: 4_000 }))
  await store.saveReply(acceptedReply('sent', { sentAtMs: 2_500 }))
  await store.saveReply(acceptedReply('other', { sentAtMs: 2_600 }))
  await store.settled()

  const selection = { kind: 'callbacks', seqs: [status, first] } as const
  const lines = linesOf(await exported({ selection: { ...selection, seqs: [...selection.seqs] } }))
  expect(
    lines.map(({ kind, receivedAtMs, sentAtMs, name }) => [kind, receivedAtMs ?? sentAtMs ?? name]),
  ).toEqual([
    ['callback', 1_000],
    ['reply', 2_500],
    ['callback', 3_000],
    ['callback', 4_000],
    ['person', 'Ana'],
    ['person', 'Ben'],
  ])
  const filtered = linesOf(await exported({ selection: { kind: 'filter', filter: 'person:3' } }))
  expect(filtered.map(({ kind, name }) => name ?? kind)).toEqual(['callback', 'Cem'])
})

test('what is thrown away is not exported', async () => {
  const { store, exported } = await openSessions()
  const seq = await store.append(intakeOf(inbound('a', '1')))
  await store.append(intakeOf(inbound('b', '2')))
  await store.settled()
  await store.deleteEvents([seq], { undoMs: 60_000, includesKept: false })
  expect(linesOf(await exported())).toHaveLength(1)
})

test('a preview is the beginning of the file, with its size reckoned', async () => {
  const { store, sessions, exported } = await openSessions()
  for (let index = 0; index < 600; index += 1)
    await store.append(intakeOf(inbound(`uuid-${index}`, '777000111222')))
  await store.settled()
  const request = { ...everythingAsItIs, isRedacted: true }
  const preview = await sessions.preview(request)
  const file = await exported(request)
  expect(preview.callbacks).toBe(600)
  expect(file.startsWith(preview.lines.join('\n'))).toBe(true)
  expect(preview.sizeBytes / file.length).toBeCloseTo(1, 1)
  expect(
    await sessions.preview({ ...request, selection: { kind: 'filter', filter: 'person:1' } }),
  ).toMatchObject({
    callbacks: 0,
    lines: [sessionHeaderLine(true)],
  })
})

test('lines that cannot be read are told by their numbers, and the rest is kept', async () => {
  const { imported, store, sessions } = await openSessions()
  const good = sessionLine(callbackRecord(inbound('a', '1')))
  const file = Buffer.concat([
    Buffer.from(`${sessionHeaderLine(false)}\r\n${good}\r\n\n{"kind":"song"}\n`),
    Buffer.from([0xff, 0xfe, 0x0a]),
    Buffer.from(`${sessionLine(replyRecord())}\n${good.slice(0, -9)}`),
  ])
  const job = await imported(file, 7)
  expect(job).toMatchObject({
    state: 'done',
    callbacks: 1,
    replies: 1,
    faults: { count: 3 },
    bytes: file.length,
  })
  expect(job.faults.first.map(({ place, what }) => `${place}: ${what}`)).toEqual([
    expect.stringMatching(/^line 4: kind/),
    'line 5: It is not UTF-8.',
    'line 7: The file ends in the middle of it.',
  ])
  expect(store.count()).toBe(1)
  expect(sessions.jobs()[0]).toEqual(job)
})

test.each([
  ['', 'FILE_UNREADABLE'],
  ['hello', 'FILE_UNREADABLE'],
  ['{"log":{}}', 'FILE_UNREADABLE'],
  ['{"format":"messenger-workbench-session","isRedacted":true}', 'FILE_UNREADABLE'],
  ['{"format":"messenger-workbench-session","schemaVersion":7,"isRedacted":true}\n', 'FILE_TOO_NEW'],
])('a file of %j is refused', async (text, code) => {
  const { imported, store } = await openSessions()
  expect(await imported(text)).toMatchObject({ state: 'failed', error: { code } })
  expect(store.sizes().callbacks).toBe(0)
})

test('a cut-off HAR file keeps what was whole', async () => {
  const first = await openSessions()
  for (const uuid of ['a', 'b', 'c']) await first.store.append(intakeOf(inbound(uuid, '1')))
  await first.store.settled()
  const har = await first.exported({ format: 'har' })
  const second = await openSessions()
  const job = await second.imported(har.slice(0, har.lastIndexOf('startedDateTime')))
  expect(job).toMatchObject({
    state: 'done',
    callbacks: 2,
    faults: {
      count: 1,
      first: [{ place: 'entry 3', what: 'The file ends before its list of entries does.' }],
    },
  })
})

test('a file that breaks off leaves what was read, and says so', async () => {
  const { sessions, store } = await openSessions()
  const { id } = sessions.startImport('session.jsonl', 10_000)
  async function* breaking() {
    yield Buffer.from(`${sessionHeaderLine(false)}\n${sessionLine(callbackRecord(inbound('a', '1')))}\n`)
    throw new Error('aborted')
  }
  await sessions.takeImport(id)?.readFrom(Readable.from(breaking()))
  await store.settled()
  expect(sessions.jobs()[0]).toMatchObject({ state: 'failed', callbacks: 1, error: { code: 'FILE_FAILED' } })
  expect(store.count()).toBe(1)
})

test('the same reply is not stored twice, and names that are there stay', async () => {
  const { imported, store, names } = await openSessions({ names: [{ psid: '7', name: 'Mine' }] })
  const person = sessionLine({ kind: 'person', psid: '8', name: 'Ana' })
  const file = `${sessionHeaderLine(false)}\n${sessionLine(replyRecord())}\n${person}\n`
  expect(await imported(file)).toMatchObject({ replies: 1 })
  expect(await imported(file)).toMatchObject({ replies: 0 })
  expect(await store.newestReplies(10)).toHaveLength(1)
  expect(names).toContainEqual({ psid: '8', name: 'Ana' })
})

test('imported callbacks are listed, and nobody takes them for arrivals', async () => {
  const { imported, store, published } = await openSessions()
  const arrived: number[] = []
  store.onArrivals((arrivals) => arrived.push(...arrivals.map(({ intake }) => intake.seq)))
  const line = sessionLine(callbackRecord(inbound('a', '1')))
  await imported(`${sessionHeaderLine(false)}\n${line}\n`)
  const seq = await store.append(intakeOf(inbound('b', '1')))
  await store.settled()
  expect(store.count()).toBe(2)
  expect(arrived).toEqual([seq])
  const derived = published.events.flatMap((event) => (event.kind === 'derived' ? event.callbacks : []))
  expect(derived.map((callback) => callback.seq)).toEqual([seq])
})

test('an export waits for whoever takes it, ends when it is cancelled, and is there once', async () => {
  const { store, sessions } = await openSessions()
  for (let index = 0; index < 1_500; index += 1)
    await store.append(intakeOf(inbound(`uuid-${index}`, '1', 'x'.repeat(2_000))))
  await store.settled()
  const job = await sessions.startExport(everythingAsItIs)
  const id = job?.id ?? ''
  const file = sessions.takeExport(id)
  const held = Promise.withResolvers<void>()
  const target = new Writable({ highWaterMark: 1_000, write: () => held.resolve() })
  const ended = file?.writeTo(target)
  expect(sessions.takeExport(id)).toBeNull()
  await held.promise
  await store.settled()
  await turns(50)
  const { callbacks, state } = sessions.jobs()[0] ?? {}
  expect(state).toBe('running')
  // One page is read ahead of what is taken.
  expect(callbacks).toBeLessThanOrEqual(500)
  sessions.cancel(id)
  await ended
  expect(sessions.jobs()[0]).toMatchObject({ state: 'cancelled' })
  expect(target.destroyed).toBe(true)
})

test('an export nobody has fetched yet can be cancelled; what is not known is said so', async () => {
  const { sessions } = await openSessions()
  const job = await sessions.startExport(everythingAsItIs)
  sessions.cancel(job?.id ?? '')
  expect(sessions.jobs()[0]?.state).toBe('cancelled')
  expect(sessions.takeExport(job?.id ?? '')).toBeNull()
  expect(sessions.takeImport('nothing')).toBeNull()
  expect(() => sessions.cancel('nothing')).toThrow('not known')
})

test('a cancelled import keeps what it has stored and takes no more', async () => {
  const { sessions, store } = await openSessions()
  const { id } = sessions.startImport('session.jsonl', 0)
  const line = (uuid: number) => `${sessionLine(callbackRecord(inbound(`uuid-${uuid}`, '1')))}\n`
  await sessions.importPart(id, Buffer.from(`${sessionHeaderLine(false)}\n`), false)
  const many = Array.from({ length: 1_100 }, (_, index) => line(index)).join('')
  await sessions.importPart(id, Buffer.from(many), false)
  while ((sessions.jobs()[0]?.callbacks ?? 0) < 500) await new Promise((next) => setImmediate(next))
  sessions.cancel(id)
  await sessions.importPart(id, Buffer.from(line(2_000)), true)
  await sessions.dispose()
  await store.settled()
  const [job] = sessions.jobs()
  expect(job?.state).toBe('cancelled')
  expect(store.sizes().callbacks).toBe(job?.callbacks)
})

test('what is imported is not pruned for its age', async () => {
  const { imported, store } = await openSessions()
  const line = sessionLine(callbackRecord(inbound('a', '1'), { receivedAtMs: 1_000 }))
  await imported(`${sessionHeaderLine(false)}\n${line}\n`)
  await store.append(intakeOf(inbound('b', '1'), { receivedAtMs: 1_000 }))
  await store.settled()
  const limits = { maxCallbacks: null, maxBytes: null, maxAgeMs: 86_400_000 }
  expect(await store.prune(limits)).toBe(0)
  await store.deleteEvents([1], { undoMs: 0, includesKept: true })
  expect(await store.prune(limits)).toBe(1)
})
