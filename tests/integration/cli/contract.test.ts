import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { command, startCommand } from '../../support/command-line.ts'
import { SECRET } from '../../support/contract-runs.ts'
import { createFaultyServer } from '../../support/example-servers/faulty-server.ts'
import { createRightServer } from '../../support/example-servers/right-server.ts'
import { rsaPair } from '../../support/keys.ts'
import { capture, closedOrigin, listening } from '../../support/local-server.ts'
import { tempFolder } from '../../support/temp-folder.ts'
import { startWorkbench } from '../../support/workbench-process.ts'

const APPLICATION = '78d335fa-323d-4114-9c3d-d6f0d48968cf'
const CREDENTIALS = {
  VONAGE_API_KEY: 'a1b2c3d4',
  VONAGE_APPLICATION_ID: APPLICATION,
  VONAGE_API_SIGNATURE_SECRET: SECRET,
}

test('names what a server does wrong, writes the reports and ends with 1', async () => {
  const server = createFaultyServer({
    secret: SECRET,
    faults: ['accepts-unsigned', 'fails-on-broken-json'],
    slowMs: 0,
  })
  const [url, place] = [await listening(server), tempFolder()]
  const [junit, lines] = [join(place, 'junit.xml'), join(place, 'cases.jsonl')]
  const args = ['contract', '--url', url, '--data', tempFolder(), '--junit', junit, '--json-lines', lines]
  const ended = await startCommand(args, CREDENTIALS).ended
  expect(ended).toMatchObject({ code: 1, stderr: '' })
  expect(ended.stdout).toContain(`Contract at ${url}/webhooks/inbound-message, signed as Environment\n`)
  expect(ended.stdout).toContain('198 passed, 44 failed of 242 cases.')
  expect(ended.stdout.match(/^✗ .*/gm)).toEqual([
    '✗ Accepts unsigned callbacks (22 of 22 cases)',
    '✗ Answers 500 to callbacks in broken JSON (22 of 22 cases)',
  ])
  expect(ended.stdout).not.toContain(SECRET)
  expect(readFileSync(junit, 'utf8')).toContain('tests="242" failures="44"')
  expect(readFileSync(lines, 'utf8').trim().split('\n')).toHaveLength(243)
}, 60_000)

test('passes a right server with the credentials of the app’s simulator', async () => {
  const folder = tempFolder()
  await startWorkbench(folder)
  const { profiles } = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8'))
  const url = await listening(createRightServer(profiles.simulator.signatureSecret.value))
  const ended = await command('contract', '--url', url, '--data', folder)
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(ended.stdout).toContain('signed as Simulator\n\nAll 242 cases passed.\n')
}, 60_000)

test('ends with 2 where the contract could not be run', async () => {
  const url = await closedOrigin()
  const run = (args: readonly string[], env: Readonly<Record<string, string>>) =>
    startCommand(['contract', '--data', tempFolder(), ...args], env).ended
  const expected = async (ended: ReturnType<typeof run>, why: string) => {
    const { code, stderr } = await ended
    expect(stderr).toContain(why)
    expect(code).toBe(2)
  }
  await expected(run(['--url', url], CREDENTIALS), 'NETWORK_REFUSED')
  await expected(run(['--url', url], {}), 'There are no credentials to work with.')
  await expected(run(['--url', url], { VONAGE_API_KEY: 'a1b2c3d4' }), 'Set VONAGE_API_SIGNATURE_SECRET')
  await expected(run(['--url', 'http://example.com'], CREDENTIALS), 'Add --allow-host')
  await expected(run(['--url', url, '--status-path', 'x'], CREDENTIALS), 'A path starts with /')
  await expected(run(['--url', url, '--profile', 'Shop'], CREDENTIALS), 'There is no profile Shop.')
}, 60_000)

test('ends with 2 when it is interrupted', async () => {
  // Takes callbacks and never answers them.
  const { origin, until } = await capture(() => undefined)
  const started = startCommand(['contract', '--url', origin, '--data', tempFolder()], CREDENTIALS)
  await until(1)
  started.kill('SIGINT')
  const ended = await started.ended
  expect(ended).toMatchObject({ code: 2, stderr: 'The contract run was cancelled.\n' })
  expect(ended.stdout).toContain('Cancelled after 0 of 242 cases')
})

test('prints a token of the environment’s application, and nothing else', async () => {
  const { pkcs8, publicKey } = rsaPair()
  const env = { VONAGE_APPLICATION_ID: APPLICATION, VONAGE_PRIVATE_KEY: pkcs8 }
  const ended = await startCommand(['token', '--data', tempFolder()], env).ended
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  const { payload } = await jwtVerify(ended.stdout.trim(), publicKey)
  expect(payload).toMatchObject({ application_id: APPLICATION })
})
