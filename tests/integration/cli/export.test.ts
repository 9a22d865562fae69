import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command } from '../../support/command-line.ts'
import { intakeOf } from '../../support/intakes.ts'
import { openStore } from '../../support/open-store.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const PSID = '6418203957741120'
const body = (text: string, messageUuid: string) =>
  JSON.stringify({
    message_uuid: messageUuid,
    to: { type: 'messenger', id: '2000' },
    from: { type: 'messenger', id: PSID },
    timestamp: '2020-01-01T14:00:00.000Z',
    message: { content: { type: 'text', text } },
  })

/** A data folder that an app is using, with three callbacks. */
async function filledFolder() {
  const { store, folder } = await openStore()
  for (const [index, text] of ['private words', 'more of them', 'and a last one'].entries()) {
    const uuid = `aaaaaaaa-bbbb-4ccc-8ddd-00000000000${index}`
    store.answered({ seq: await store.append(intakeOf(body(text, uuid))), httpStatus: 200, durationMs: 1 })
  }
  await store.settled()
  return folder
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex')

test('writes a session without what tells about anybody, readable by this user only', async () => {
  const folder = await filledFolder()
  const out = join(tempFolder(), 'session.jsonl')
  const ended = await command('export', '--format', 'session', '--out', out, '--data', folder)
  expect(ended).toMatchObject({ code: 0, stdout: '', stderr: `Exported 3 callbacks to ${out}, redacted.\n` })
  const text = readFileSync(out, 'utf8')
  expect(text).toContain('"isRedacted":true')
  expect(text).not.toContain(PSID)
  expect(text).not.toContain('private')
  expect(statSync(out).mode & 0o777).toBe(0o600)
})

test('writes what a filter finds to stdout as it was, the same as to a file', async () => {
  const folder = await filledFolder()
  const out = join(tempFolder(), 'session.jsonl')
  const args = ['export', 'private', '--format', 'session', '--no-redaction', '--data', folder]
  const ended = await command(...args, '--out', '-')
  await command(...args, '--out', out)
  expect(ended).toMatchObject({ code: 0 })
  expect(ended.stderr).toBe('Exported 1 callback, not redacted: it holds messages and ids of real people.\n')
  expect(ended.stdout).toContain('private words')
  expect(ended.stdout).not.toContain('more of them')
  expect(sha256(readFileSync(out))).toBe(sha256(ended.stdout))
})

test.each([
  ['har', (text: string) => JSON.parse(text).log.entries.length],
  ['csv', (text: string) => text.trim().split('\r\n').length - 1],
] as const)('writes %s', async (format, countIn) => {
  const { stdout } = await command('export', '--format', format, '--out', '-', '--data', await filledFolder())
  expect(countIn(stdout)).toBe(3)
})

test('leaves nothing behind where it cannot write, and says why', async () => {
  const [folder, place] = [await filledFolder(), tempFolder()]
  const out = join(place, 'no-such-folder', 'x.har')
  const ended = await command('export', '--format', 'har', '--out', out, '--data', folder)
  expect(ended.code).toBe(2)
  expect(ended.stderr).toContain('(FILE_FAILED)')
  expect(readdirSync(place)).toEqual([])
})

test('writes nothing for a filter that cannot be read', async () => {
  const out = join(tempFolder(), 'x.csv')
  const ended = await command('export', 'kind:x', '--format', 'csv', '--out', out, '--data', tempFolder())
  expect(ended.code).toBe(2)
  expect(ended.stderr).toContain('kind:x\n     ^\n')
  expect(existsSync(out)).toBe(false)
})
