import { describe, expect, it } from 'vitest'
import { judgeLink } from '#electron/desktop/link-policy.ts'

describe('where the page may go', () => {
  it.each([
    ['app://bundle/index.html', 'own-page'],
    ['app://bundle/#/settings', 'own-page'],
    ['https://developer.vonage.com/en/messages/overview', 'open-in-browser'],
    ['https://api.support.vonage.com/', 'open-in-browser'],
    ['https://dashboard.vonage.com/applications', 'open-in-browser'],
    ['https://ngrok.com/docs', 'open-in-browser'],
    ['https://developers.facebook.com/docs/messenger-platform', 'open-in-browser'],
    ['app://bundle.example.com/index.html', 'denied'],
    ['app://someone@bundle/index.html', 'denied'],
    ['app://bundle:81/index.html', 'denied'],
    ['application://bundle/index.html', 'denied'],
    ['http://developer.vonage.com/', 'denied'],
    ['https://developer.vonage.com.example.com/', 'denied'],
    ['https://developer.vonage.com@example.com/', 'denied'],
    ['https://someone:secret@ngrok.com/', 'denied'],
    ['https://ngrok.com:8443/', 'denied'],
    ['https://example.com/?https://ngrok.com/', 'denied'],
    ['file:///etc/passwd', 'denied'],
    ['javascript:alert(1)', 'denied'],
    ['data:text/html,hello', 'denied'],
    ['about:blank', 'denied'],
    ['not an address', 'denied'],
    ['', 'denied'],
  ])('%s: %s', (address, verdict) => {
    expect(judgeLink(address)).toBe(verdict)
  })
})
