import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { tokenCopy, tokenCurl } from '#shared/messenger/token-copies.ts'
import { PAGE_ID, PSID } from '../../support/reply-draft.ts'
import { bearer, startSimulator } from '../../support/simulator.ts'

const run = promisify(execFile)
const bash = async (command: string) => (await run('bash', ['--norc', '-c', command])).stdout

async function newToken(): Promise<string> {
  return (await bearer()).slice('Bearer '.length)
}

it('the export line sets JWT to the token', async () => {
  const token = await newToken()
  expect(await bash(`${tokenCopy('export', token)}\nprintf %s "$JWT"`)).toBe(token)
})

it('the header line is one that curl takes', async () => {
  const { url } = await startSimulator()
  const header = tokenCopy('header', await newToken())
  const answer = await bash(
    `curl -s -o /dev/null -w '%{http_code}' -X POST -H '${header}' ${url}/v1/messages`,
  )
  expect(Number(answer)).not.toBe(401)
})

it('the curl command sends a message as it is', async () => {
  const simulator = await startSimulator()
  const { url, people } = simulator.running()
  const to = people[0]?.psid ?? PSID
  const command = tokenCurl(await newToken(), { baseUrl: `${url}/`, from: PAGE_ID, to })
  expect(JSON.parse(await bash(command.replace('curl', 'curl -s')))).toMatchObject({
    message_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})
