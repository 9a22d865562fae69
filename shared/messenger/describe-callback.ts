import { assertNever } from '../assert-never.ts'
import type { MessageContent, ReadCallback } from '../callback.ts'

const SUMMARY_CHARS = 160

/** Message type, status, or the reason why it is neither: the word a list shows first. */
export function typeOf(read: ReadCallback): string {
  switch (read.kind) {
    case 'inbound':
      return read.content.type === 'unknown' ? read.content.name : read.content.type
    case 'status':
      return read.status
    case 'other':
      return read.reason
    default:
      return assertNever(read)
  }
}

/** One line that says what a callback says. Line breaks become spaces; long text is cut. */
export function summaryOf(read: ReadCallback): string {
  switch (read.kind) {
    case 'inbound':
      return oneLine(contentSummary(read.content))
    case 'status':
      return oneLine(read.error?.reason ?? read.error?.code ?? read.messageUuid)
    case 'other':
      return oneLine(read.explanation)
    default:
      return assertNever(read)
  }
}

function contentSummary(content: MessageContent): string {
  switch (content.type) {
    case 'text':
      return content.text
    case 'image':
    case 'audio':
    case 'video':
    case 'file':
      return content.url
    case 'unsupported':
      return 'Messenger sent something the Messages API does not pass on.'
    case 'unknown':
      return `A message of type ${content.name}, shown raw.`
    default:
      return assertNever(content)
  }
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= SUMMARY_CHARS ? line : `${[...line].slice(0, SUMMARY_CHARS - 1).join('')}…`
}
