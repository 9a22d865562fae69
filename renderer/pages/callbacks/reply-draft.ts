import { z } from 'zod'
import type { ReplyDraft } from '#shared/reply.ts'
import type { ReplyFields } from './reply-form-state.ts'

const CustomContent = z.record(z.string(), z.json())

export type DraftReading =
  | { readonly ok: true; readonly draft: ReplyDraft }
  | { readonly ok: false; readonly jsonError: string }

/** The request the form stands for. Only custom JSON can keep it from being one. */
export function readDraft(fields: ReplyFields): DraftReading {
  const content = readContent(fields)
  if (typeof content === 'string') return { ok: false, jsonError: content }
  const isV1 = fields.version === 'v1'
  return {
    ok: true,
    draft: {
      version: fields.version,
      from: fields.from,
      to: fields.to,
      content,
      category: fields.category,
      tag: fields.category === 'message_tag' ? fields.tag : '',
      clientRef: fields.clientRef,
      webhookUrl: isV1 ? fields.webhookUrl : '',
      webhookVersion: isV1 ? fields.webhookVersion : '',
    },
  }
}

/** The content, or in one sentence why the custom JSON is none. */
function readContent(fields: ReplyFields): ReplyDraft['content'] | string {
  switch (fields.contentType) {
    case 'text':
      return { type: 'text', text: fields.text }
    case 'custom':
      return readCustom(fields.customJson)
    default:
      return { type: fields.contentType, url: fields.url }
  }
}

function readCustom(json: string): ReplyDraft['content'] | string {
  try {
    const custom = CustomContent.safeParse(JSON.parse(json))
    if (custom.success) return { type: 'custom', custom: custom.data }
    return 'The message must be a JSON object: it starts with { and ends with }.'
  } catch (error) {
    return `This is not JSON yet: ${error instanceof Error ? error.message : String(error)}`
  }
}
