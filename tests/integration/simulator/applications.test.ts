import { describe, expect, it } from 'vitest'
import { APPLICATION, bearer, startSimulator } from '../../support/simulator.ts'

const BASIC = `Basic ${Buffer.from(`${APPLICATION.apiKey}:${APPLICATION.apiSecret}`).toString('base64')}`
const JSON_TYPE = 'application/json'

async function ask(url: string, init: RequestInit & { readonly headers?: Record<string, string> } = {}) {
  const response = await fetch(url, { ...init, headers: { authorization: BASIC, ...init.headers } })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: JSON.parse(text) }
}

async function start() {
  const { url } = await startSimulator()
  const own = `${url}/v2/applications/${APPLICATION.id}`
  const put = (body: string, headers: Record<string, string> = { 'content-type': JSON_TYPE }) =>
    ask(own, { method: 'PUT', body, headers })
  return { list: `${url}/v2/applications`, own, put }
}

describe('the simulated Application API', () => {
  it('shows its application with more than the documents list', async () => {
    const { own } = await start()
    const { status, json } = await ask(own)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      id: APPLICATION.id,
      keys: { public_key: APPLICATION.publicKeyPem },
      privacy: { improve_ai: false },
      capabilities: {
        messages: { webhooks: { inbound_url: { address: 'https://example.com/webhooks/inbound' } } },
        voice: { region: 'na-east', conversations_ttl: 48 },
        vbc: {},
      },
      _links: { self: { href: `/v2/applications/${APPLICATION.id}` } },
    })
  })

  it('lists applications page by page', async () => {
    const { list } = await start()
    for (const name of ['Second', 'Third']) {
      const init = { method: 'POST', body: JSON.stringify({ name }), headers: { 'content-type': JSON_TYPE } }
      expect((await ask(list, init)).status).toBe(201)
    }
    const { json } = await ask(`${list}?page_size=2&page=2`)
    expect(json).toMatchObject({ page_size: 2, page: 2, total_items: 3, total_pages: 2 })
    expect(json._embedded.applications.map(({ name }: { name: string }) => name)).toEqual(['Third'])
    expect((await ask(`${list}?page_size=0`)).status).toBe(400)
  })

  it('replaces the whole application, digit by digit', async () => {
    const { own, put } = await start()
    const body = '{"_links":{"x":1},"name":"New", "big":12345678901234567890,"id":"other","n":1.0}'
    expect((await put(body)).status).toBe(200)
    const { text, json } = await ask(own)
    expect(json).not.toHaveProperty('keys')
    expect(json.id).toBe(APPLICATION.id)
    expect(text).toContain('"big":12345678901234567890,"n":1.0')
  })

  it.each([
    ['no JSON', '{', 'body'],
    ['no name', '{}', 'name'],
    [
      'an address that is no URL',
      '{"name":"A","capabilities":{"messages":{"webhooks":{"status_url":{"address":"here"}}}}}',
      'capabilities.messages.webhooks.status_url',
    ],
    [
      'a version that does not exist',
      '{"name":"A","capabilities":{"messages":{"version":"v2"}}}',
      'capabilities.messages.version',
    ],
  ])('refuses %s', async (_, body, name) => {
    const { put } = await start()
    const { status, json } = await put(body)
    expect(status).toBe(400)
    expect(json.type).toContain('api-errors/application#payload-validation')
    expect(json.invalid_parameters).toMatchObject([{ name }])
  })

  it('takes JSON only, and only what exists', async () => {
    const { list, own, put } = await start()
    expect((await put('{"name":"A"}', { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await ask(`${list}/unknown`)).json.type).toContain('#not-found')
    const other = await ask(own, { method: 'DELETE' })
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, PUT'])
  })

  it.each([
    ['a wrong secret', () => `Basic ${Buffer.from('a1b2c3d4:wrong').toString('base64')}`],
    ['a token', bearer],
    ['nothing', () => ''],
  ])('does not answer to %s', async (_, authorization) => {
    const { own } = await start()
    const { status, json } = await ask(own, { headers: { authorization: await authorization() } })
    expect([status, json.title]).toEqual([401, 'Invalid credentials supplied'])
  })
})
