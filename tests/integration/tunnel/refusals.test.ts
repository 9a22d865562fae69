import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SecretChange } from '#shared/profile.ts'
import type { NgrokStandin } from '../../standins/ngrok/ngrok-standin.ts'
import type { StandinRules } from '../../standins/ngrok/standin-rules.ts'
import { GOOD_TOKEN, openNgrok, openNgrokWorkbench } from '../../support/ngrok-workbench.ts'

const WRONG = '2bogusTokenOfNobody_5xyzzyABCDEF'

/** Everything below the data folder but the file the secrets are kept in. */
function filesOf(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'secrets.json')
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

const set = (value: string): SecretChange => ({ do: 'set', value })

type Case = {
  readonly name: string
  readonly code: string
  readonly ngrok: string
  readonly token?: SecretChange
  readonly rules?: Partial<StandinRules>
  readonly domain?: string
  readonly retries?: boolean
}
const CASES: readonly Case[] = [
  { name: 'a bad authtoken', code: 'TUNNEL_TOKEN_INVALID', ngrok: '107', token: set(WRONG) },
  { name: 'a malformed authtoken', code: 'TUNNEL_TOKEN_MALFORMED', ngrok: '105', token: set('2bogus') },
  { name: 'no authtoken', code: 'TUNNEL_TOKEN_MISSING', ngrok: '4018', token: { do: 'keep' } },
  {
    name: 'too many agents',
    code: 'TUNNEL_AGENT_LIMIT',
    ngrok: '108',
    rules: { maxSessions: 0 },
    retries: true,
  },
  {
    name: 'a domain of somebody else',
    code: 'TUNNEL_DOMAIN_INVALID',
    ngrok: '326',
    rules: { domains: [] },
    domain: 'theirs.ngrok.app',
  },
]

test.each(CASES)('$name is explained, and the authtoken is in no event, log or file', async (one) => {
  const service = await openNgrok(one.rules)
  const authtoken = one.token ?? GOOD_TOKEN
  const workbench = await openNgrokWorkbench(service, { settings: { domain: one.domain ?? '' }, authtoken })
  await workbench.client.startTunnel({})
  const failed = await workbench.reached('failed')
  expect(failed).toMatchObject({
    code: one.code,
    explanation: { why: expect.stringContaining(`(ERR_NGROK_${one.ngrok})`), link: expect.any(String) },
  })
  expect(failed.nextTryAtMs !== null).toBe(one.retries ?? false)
  await workbench.close()
  const token = authtoken.do === 'set' ? authtoken.value : WRONG
  for (const text of [workbench.heard.join(), workbench.logLines.join(), filesOf(workbench.dataFolder)]) {
    expect(text).not.toContain(token)
  }
})

test('a domain that another agent serves is explained', async () => {
  const service = await openNgrok()
  const settings = { domain: 'ours.localhost' }
  const first = await openNgrokWorkbench(service, { settings })
  await first.client.startTunnel({})
  await first.reached('online')
  const second = await openNgrokWorkbench(service, { settings })
  await second.client.startTunnel({})
  expect(await second.reached('failed')).toMatchObject({ code: 'TUNNEL_DOMAIN_IN_USE' })
  expect(second.heard.join()).not.toContain('good-token')
  await first.client.stopTunnel({})
  await freed(service)
  await second.client.tryTunnelNow({})
  expect(await second.reached('online')).toMatchObject({ url: expect.stringContaining('ours.localhost') })
})

const freed = (service: NgrokStandin) => service.when(() => service.endpoints().length === 0)

test('NGROK_AUTHTOKEN goes before a stored one and is labelled, never shown and never stored', async () => {
  const service = await openNgrok({ authtokens: ['token-of-the-environment'] })
  const environment = { NGROK_AUTHTOKEN: 'token-of-the-environment' }
  const workbench = await openNgrokWorkbench(service, { config: { environment } })
  expect((await workbench.state()).tunnel.authtoken).toEqual({
    origin: 'environment',
    view: { state: 'set', hint: '', isProtected: true },
  })
  await workbench.client.startTunnel({})
  await workbench.reached('online')
  await workbench.close()
  expect(workbench.heard.join()).not.toContain('token-of-the-environment')
  expect(filesOf(workbench.dataFolder)).not.toContain('token-of-the-environment')
  expect(readFileSync(join(workbench.dataFolder, 'secrets.json'), 'utf8')).not.toContain('environment')
})
