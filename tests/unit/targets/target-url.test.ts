import { describe, expect, it } from 'vitest'
import { targetUrl } from '#shared/target-url.ts'

const paths = { inboundPath: '/in', statusPath: '/st?a=b' }

describe('targetUrl', () => {
  const cases: readonly (readonly [string, 'inbound' | 'status', string])[] = [
    ['http://localhost:3000', 'inbound', 'http://localhost:3000/in'],
    ['http://localhost:3000/', 'inbound', 'http://localhost:3000/in'],
    ['http://localhost:3000/app/', 'status', 'http://localhost:3000/app/st?a=b'],
    ['https://bot.example?x=1#y', 'inbound', 'https://bot.example/in'],
    ['http://[::1]:80', 'inbound', 'http://[::1]/in'],
  ]
  it.each(cases)('%s, %s: %s', (baseUrl, webhook, expected) => {
    expect(targetUrl({ baseUrl, ...paths }, webhook).href).toBe(expected)
  })

  it('stays at the host, whatever the path looks like', () => {
    const url = targetUrl(
      { baseUrl: 'http://localhost:3000', inboundPath: '//elsewhere.example/x', statusPath: '/' },
      'inbound',
    )
    expect(url.host).toBe('localhost:3000')
  })
})
