import { explainStatusCode } from '#shared/messenger/explain-status-code.ts'
import type { ChatBubble } from '#shared/simulator.ts'

const MEDIA_WORDS = { image: 'Image', audio: 'Audio', video: 'Video', file: 'File' } as const

/** What kind of content a bubble has, where that does not show by itself. */
export function contentLabel(content: ChatBubble['content']): string | null {
  switch (content.type) {
    case 'text':
      return null
    case 'unsupported':
      return 'Unsupported'
    case 'custom':
      return 'Custom'
    default:
      return MEDIA_WORDS[content.type]
  }
}

/** The content as text: for a text what it says, for media the address. */
export function contentText(content: ChatBubble['content']): string {
  switch (content.type) {
    case 'text':
      return content.text
    case 'unsupported':
      return 'A sticker, a location or the like: Vonage tells only that there was something.'
    case 'custom':
      return content.json
    default:
      return content.url
  }
}

/** One line that says what a message was, for the list of people. */
export function previewText(bubble: ChatBubble): string {
  const label = contentLabel(bubble.content)
  const words = bubble.content.type === 'unsupported' ? '' : contentText(bubble.content)
  const text = label === null ? words : `${label} ${words}`.trim()
  return `${bubble.from === 'server' ? 'Page: ' : ''}${text.slice(0, 200)}`
}

export type Tick = 'none' | 'one' | 'two' | 'seen' | 'trouble'
type ProgressStep = ChatBubble['progress'][number] & { readonly key: string; readonly tick: Tick }

const TICKS: Readonly<Record<string, Tick>> = { submitted: 'one', delivered: 'two', read: 'seen' }

/** What became of a message, each step with its tick, in the order it came. */
export function progressSteps({ progress }: Pick<ChatBubble, 'progress'>): readonly ProgressStep[] {
  // Steps are only ever added at the end, and two may be equal.
  return progress.map((step, index) => ({ ...step, key: `${index} ${step.word}`, tick: tickOf(step) }))
}

function tickOf({ word, isTrouble }: ChatBubble['progress'][number]): Tick {
  if (isTrouble) return 'trouble'
  return TICKS[word.split(',')[0] ?? ''] ?? (/\banswered 2\d\d\b/.test(word) ? 'one' : 'none')
}

/** The documented meaning of the last Vonage code among the steps; null where there is none. */
export function troubleMeaning({ progress }: Pick<ChatBubble, 'progress'>): string | null {
  const word = progress.findLast(({ isTrouble }) => isTrouble)?.word ?? ''
  const code = /\b1\d{3}\b/.exec(word)?.[0]
  return code === undefined ? null : (explainStatusCode(code)?.meaning ?? null)
}
