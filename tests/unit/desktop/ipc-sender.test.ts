import { describe, expect, it } from 'vitest'
import { isTrustedSender } from '#electron/desktop/ipc-sender.ts'

const own = { id: 1 }
const foreign = { id: 2 }
const frame = { origin: 'app://bundle', parent: null }

describe('who may speak to the services', () => {
  it('is the top frame of our window, showing our page', () => {
    expect(isTrustedSender({ sender: own, senderFrame: frame }, own)).toBe(true)
  })

  it.each([
    ['another window', { sender: foreign, senderFrame: frame }],
    ['a frame inside our page', { sender: own, senderFrame: { ...frame, parent: frame } }],
    ['another page in our window', { sender: own, senderFrame: { ...frame, origin: 'https://example.com' } }],
    ['a page of no origin', { sender: own, senderFrame: { ...frame, origin: 'null' } }],
    [
      'another host of our scheme',
      { sender: own, senderFrame: { ...frame, origin: 'app://bundle.example' } },
    ],
    ['a frame that is gone', { sender: own, senderFrame: null }],
  ])('is not %s', (_who, event) => {
    expect(isTrustedSender(event, own)).toBe(false)
  })
})
