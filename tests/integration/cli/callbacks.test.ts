import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'
import { command, startCommand } from '../../support/command-line.ts'
import { openPage } from '../../support/open-page.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { until } from '../../support/turn.ts'
import { startWorkbench } from '../../support/workbench-process.ts'

/** Many processes, one after the other. */
vi.setConfig({ testTimeout: 60_000 })

const HOSTILE = 'red \u001b[31m \u009b2J \u202e end'

function inbound(text: string, messageUuid: string): string {
  return JSON.stringify({
    message_uuid: messageUuid,
    to: { type: 'messenger', id: '2000' },
    from: { type: 'messenger', id: '1111' },
    timestamp: '2020-01-01T14:00:00.000Z',
    message: { content: { type: 'text', text } },
  })
}

/** A running app that has captured some callbacks. */
async function runningApp() {
  const folder = tempFolder()
  const app = await startWorkbench(folder)
  const { client } = await openPage(app.addresses)
  let sent = 0
  const send = async (text: string) => {
    sent += 1
    const body = inbound(text, `aaaaaaaa-bbbb-4ccc-8ddd-${String(sent).padStart(12, '0')}`)
    expect((await fetch(app.addresses.inbound, { method: 'POST', body })).status).toBe(200)
    const newest = { filter: '', order: 'newest', behindSeq: null, limit: 1 } as const
    await until(async () => (await client.callbackPage(newest)).total === sent)
  }
  return { ...app, folder, send }
}

const summaries = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line).summary)

test('lists what a running app has captured, newest first, as a table or as JSON lines', async () => {
  const { folder, send } = await runningApp()
  for (const text of ['first', 'second', HOSTILE]) await send(text)

  const table = await command('callbacks', '--data', folder)
  expect(table).toMatchObject({ code: 0, stderr: '' })
  expect(table.stdout).toMatch(/^Received +Kind +Type +Person +Signature +Answer +Summary\n/)
  expect(table.stdout).toMatch(/inbound {2}text {2}1111 +unsigned +200 +second\n/)
  expect(table.stdout).toContain('red �[31m �2J � end')

  const json = await command('callbacks', '--json', '--data', folder)
  expect(summaries(json.stdout)).toEqual([HOSTILE, 'second', 'first'])
  for (const command of ['\u001b', '\u009b', '\u202e']) expect(json.stdout).not.toContain(command)

  const oldest = await command('callbacks', '--json', '--oldest-first', '--limit', '2', '--data', folder)
  expect(summaries(oldest.stdout)).toEqual(['first', 'second'])

  const one = await command('callbacks', '--limit', '1', '--data', folder)
  expect(one.stderr).toBe('1 of 3 callbacks. More with --limit.\n')
})

test('filters in the words of the page, conditions that are turned round too', async () => {
  const { folder, send } = await runningApp()
  for (const text of ['on its way', 'on its own way', 'way off']) await send(text)
  const found = async (...words: readonly string[]) =>
    summaries((await command('callbacks', ...words, '--json', '--data', folder)).stdout)
  expect(await found('kind:inbound', '"its way"')).toEqual(['on its way'])
  expect(await found('-own', 'from:1111', 'since:10m')).toEqual(['way off', 'on its way'])
  expect(await command('callbacks', 'kind:status', '--data', folder)).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'No callback matches.\n',
  })
})

test('follows what comes in', async () => {
  const { folder, send } = await runningApp()
  await send('before')
  const { output } = startCommand(['callbacks', '--follow', '--json', '--data', folder])
  await until(() => output.stdout.includes('before'))
  await send('after')
  await until(() => output.stdout.includes('after'))
  expect(summaries(output.stdout)).toEqual(['before', 'after'])
  expect(JSON.parse(output.stdout.trim().split('\n')[1] ?? '')).toMatchObject({ answer: { httpStatus: 200 } })
})

test('points at what it cannot read in a filter and says what would do', async () => {
  expect(await command('callbacks', 'kind:inbound', 'sig:bad', '--data', tempFolder())).toEqual({
    code: 2,
    signal: null,
    stdout: '',
    stderr: [
      'kind:inbound sig:bad',
      '                 ^^^',
      'sig does not know bad.',
      'A value of sig is fail, valid, unsigned, invalid, unknown.',
      '',
    ].join('\n'),
  })
})

test('reads the folder of an app that was killed, and of none makes nothing', async () => {
  const { folder, send, kill, ended } = await runningApp()
  await send('survived')
  kill('SIGKILL')
  await ended
  expect(summaries((await command('callbacks', '--json', '--data', folder)).stdout)).toEqual(['survived'])

  const missing = join(tempFolder(), 'never-used')
  const answer = await command('callbacks', '--data', missing)
  expect(answer).toMatchObject({ code: 2, stdout: '' })
  expect(answer.stderr).toContain(`There are no callbacks in ${missing}.\n`)
  expect(existsSync(missing)).toBe(false)
})

test('says so and ends where what is derived from the callbacks is damaged', async () => {
  const { folder, close } = await openStore()
  await close()
  const index = new DatabaseSync(join(folder, 'index.db'))
  index.exec('DROP TABLE facet')
  index.close()
  const { code, stdout, stderr } = await command('callbacks', '--data', folder)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('(STORE_FAILED)')
})

test('leaves callbacks of another version to the app', async () => {
  const { folder, close } = await openStore()
  await close()
  const index = new DatabaseSync(join(folder, 'index.db'))
  index.exec('PRAGMA user_version = 1')
  index.close()
  expect((await command('callbacks', '--data', folder)).stderr).toContain('(STORE_NOT_READY)')
})

test.each([
  [['callbacks', '--limit', '0'], 'It is not a number from 1 on.'],
  [['callbacks', '--jsn'], "unknown option '--jsn'"],
  [['callbacks', '--follow', '--oldest-first'], 'cannot be used with'],
  [['export', '--out', 'x'], '--format'],
  [['contract'], '--url'],
])('%j ends with 2 and says why', async (args, why) => {
  const { code, stderr } = await command(...args)
  expect(code).toBe(2)
  expect(stderr).toContain(why)
})
