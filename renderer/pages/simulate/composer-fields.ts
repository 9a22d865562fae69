import type { ApiVersion } from '#shared/callback.ts'
import { numberText } from '#shared/number-text.ts'
import type { CallbackFault, SimulatedMessage } from '#shared/simulator.ts'

const LONGEST_TEXT = 20_000
const LONGEST_URL = 2_000

/** What is being written as a person, and how it will be sent. `''` stands for the usual choice. */
export type ComposerFields = {
  readonly type: SimulatedMessage['type']
  readonly text: string
  readonly url: string
  readonly version: ApiVersion | ''
  readonly fault: CallbackFault | ''
}

/** A URL to begin with, whose ending is one of its type. Nothing is fetched from it. */
const exampleUrls = {
  image: 'https://example.com/photo.jpg',
  audio: 'https://example.com/voice.mp3',
  video: 'https://example.com/clip.mp4',
  file: 'https://example.com/order.pdf',
} as const

export const firstComposerFields: ComposerFields = {
  type: 'text',
  text: 'Hello from Facebook Messenger!',
  url: exampleUrls.image,
  version: '',
  fault: '',
}

/** Another type, and its example URL where nobody has typed another one. */
export function withType(fields: ComposerFields, type: ComposerFields['type']): ComposerFields {
  if (type === 'text' || type === 'unsupported') return { ...fields, type }
  const isExample = Object.values<string>(exampleUrls).includes(fields.url)
  return { ...fields, type, url: isExample ? exampleUrls[type] : fields.url }
}

type Written =
  | { readonly ok: true; readonly message: SimulatedMessage }
  | { readonly ok: false; readonly problem: string }

/** The message that the fields say, or what is missing in them. */
export function writtenMessage({ type, text, url }: ComposerFields): Written {
  if (type === 'unsupported') return { ok: true, message: { type } }
  if (type === 'text') {
    if (text.trim() === '') return { ok: false, problem: 'Write a message first.' }
    if (text.length > LONGEST_TEXT) {
      return { ok: false, problem: `At most ${numberText(LONGEST_TEXT)} characters.` }
    }
    return { ok: true, message: { type, text } }
  }
  if (!isWebAddress(url.trim())) {
    return { ok: false, problem: 'Enter an http or https URL. Nothing is fetched from it here.' }
  }
  return { ok: true, message: { type, url: url.trim() } }
}

function isWebAddress(text: string): boolean {
  return text.length <= LONGEST_URL && /^https?:\/\//i.test(text) && URL.canParse(text)
}
