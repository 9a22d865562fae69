import { describe, expect, it } from 'vitest'
import { isVonageMedia } from '#shared/messenger/vonage-media.ts'

describe('isVonageMedia', () => {
  it.each([
    'https://api-us.nexmo.com/v3/media/1',
    'https://api.nexmo.com/v3/media/1',
    'https://API-EU.vonage.com:443/v3/media/1',
  ])('trusts %s with a token', (url) => {
    expect(isVonageMedia(new URL(url))).toBe(true)
  })

  it.each([
    'http://api-us.nexmo.com/v3/media/1',
    'https://api-us.nexmo.com:8443/v3/media/1',
    'https://api-us.nexmo.com.evil.example/',
    'https://evil.example/api-us.nexmo.com',
    'https://api.nexmo.com@evil.example/',
    'https://xapi.nexmo.com/',
    'https://api.evil.nexmo.com/',
    'https://apinexmo.com/',
  ])('does not trust %s', (url) => {
    expect(isVonageMedia(new URL(url))).toBe(false)
  })
})
