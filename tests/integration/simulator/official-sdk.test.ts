import { Auth } from '@vonage/auth'
import {
  Messages,
  MessengerAudio,
  MessengerCategory,
  MessengerFile,
  MessengerImage,
  MessengerText,
  MessengerVideo,
} from '@vonage/messages'
import { describe, expect, it } from 'vitest'
import { SEEDED_PEOPLE } from '#electron/simulator/people.ts'
import { rsaPair } from '../../support/keys.ts'
import { PAGE_ID } from '../../support/reply-draft.ts'
import { APPLICATION, KEYS, startSimulator } from '../../support/simulator.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const common = {
  to: SEEDED_PEOPLE[0].psid,
  from: PAGE_ID,
  messenger: { category: MessengerCategory.RESPONSE },
}
const jwt = (privateKey = KEYS.pkcs8) => new Auth({ applicationId: APPLICATION.id, privateKey })
const media = (name: string) => ({ url: `https://example.com/${name}` })

describe('the official SDK gets its message_uuid', () => {
  it.each([
    ['text', new MessengerText({ ...common, text: 'Hello from the SDK', clientRef: 'order-42' })],
    ['image', new MessengerImage({ ...common, image: media('image.jpg') })],
    ['audio', new MessengerAudio({ ...common, audio: media('audio.mp3') })],
    ['video', new MessengerVideo({ ...common, video: media('video.mp4') })],
    ['file', new MessengerFile({ ...common, file: media('file.pdf') })],
  ])('for %s', async (_, message) => {
    const { url } = await startSimulator()
    const { messageUUID } = await new Messages(jwt(), { apiHost: url }).send(message)
    expect(messageUUID).toMatch(UUID)
  })

  it('with API key and secret, and with a slash too many', async () => {
    const { url } = await startSimulator()
    const auth = new Auth({ apiKey: APPLICATION.apiKey, apiSecret: APPLICATION.apiSecret })
    const { messageUUID } = await new Messages(auth, { apiHost: `${url}/` }).send(
      new MessengerText({ ...common, text: 'Hello' }),
    )
    expect(messageUUID).toMatch(UUID)
  })
})

it('the official SDK is refused with another key', async () => {
  const { url } = await startSimulator()
  const messages = new Messages(jwt(rsaPair().pkcs8), { apiHost: url })
  await expect(messages.send(new MessengerText({ ...common, text: 'Hello' }))).rejects.toThrow(
    /401|Unauthorized/i,
  )
})
