import { expect, it } from 'vitest'
import { messageWords, whoWords } from '../../../renderer/pages/simulate/request-words.ts'

const people = [{ psid: '11', name: 'Amara' }]

it.each([
  [{ to: '11', messageType: 'text' }, 'text to Amara'],
  [{ to: '12', messageType: null }, 'message to 12'],
  [{ to: null, messageType: 'image' }, 'image'],
  [{ to: null, messageType: null }, null],
])('calls the message %o: %s', (request, words) => {
  expect(messageWords(request, people)).toBe(words)
})

it.each([
  [null, 'by nobody known'],
  [{ kind: 'application', id: 'app-1' }, 'by application app-1'],
  [{ kind: 'api-key', id: 'a1b2c3d4' }, 'by API key a1b2c3d4'],
] as const)('calls who asks %o: %s', (who, words) => {
  expect(whoWords(who)).toBe(words)
})
