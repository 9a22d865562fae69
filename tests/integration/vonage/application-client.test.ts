import { expect, it, onTestFinished } from 'vitest'
import { createApplicationClient } from '#electron/vonage/application-client.ts'
import { capture } from '../../support/local-server.ts'
import { APPLICATION, startSimulator } from '../../support/simulator.ts'

const { apiKey, apiSecret } = APPLICATION

function openClient() {
  const client = createApplicationClient()
  onTestFinished(() => client.dispose())
  return client
}

it('lists the applications of every page', async () => {
  const { url: origin } = await startSimulator()
  const account = { origin, profileName: 'Shop', apiKey, apiSecret }
  const client = openClient()
  for (let count = 1; count <= 100; count += 1) await client.create(account, `{"name":"Number ${count}"}`)
  const listed = await client.list(account)
  expect(listed).toHaveLength(101)
  expect(listed.at(-1)).toMatchObject({ name: 'Number 100' })
})

it('asks for linked Pages with the account, and leaves their tokens behind', async () => {
  const server = await capture((_, response) => {
    const account = { external_id: '17', name: 'Shop', access_token: 'EAAsecret', applications: ['app-1'] }
    response.end(JSON.stringify({ _embedded: { accounts: [account] } }))
  })
  const links = await openClient().pageLinks({
    origin: server.origin,
    profileName: 'Shop',
    apiKey,
    apiSecret,
  })
  expect(links).toEqual([{ pageId: '17', name: 'Shop', applications: ['app-1'] }])
  expect(server.received[0]).toMatchObject({
    method: 'GET',
    url: '/beta/chatapp-accounts?provider=messenger',
    headers: { authorization: `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}` },
  })
})

it.each([
  [404, '{}'],
  [200, '<html>'],
])('explains an accounts API that answers %i %s', async (status, body) => {
  const server = await capture((_, response) => response.writeHead(status).end(body))
  const account = { origin: server.origin, profileName: 'Shop', apiKey, apiSecret }
  await expect(openClient().pageLinks(account)).rejects.toMatchObject({
    explanation: { code: 'HTTP_REFUSED' },
  })
})
