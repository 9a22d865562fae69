import { z } from 'zod'
import { parseJson } from '#shared/messenger/json-value.ts'
import type { ReplyDraft } from '#shared/reply.ts'
import type { ReplyFields } from './reply-form-state.ts'

const CustomContent = z.record(z.string(), z.json())

export type DraftReading =
  | { readonly ok: true; readonly draft: ReplyDraft }
  /** `field`: which of the two editors holds what is not JSON. */
  | { readonly ok: false; readonly field: 'custom' | 'request'; readonly jsonError: string }

/** The request the form stands for. Only JSON that is none keeps it from being one. */
export function readDraft(fields: ReplyFields): DraftReading {
  const byHand = fields.bodyText === null ? null : jsonFault(fields.bodyText)
  if (byHand !== null) return { ok: false, field: 'request', jsonError: byHand }
  const content = readContent(fields)
  if (typeof content === 'string') return { ok: false, field: 'custom', jsonError: content }
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
      bodyText: fields.bodyText,
    },
  }
}

/** The content, or in one sentence why the custom JSON is none. */
function readContent(fields: ReplyFields): ReplyDraft['content'] | string {
  switch (fields.contentType) {
    case 'text':
      return { type: 'text', text: fields.text }
    case 'custom':
      return readCustom(fields.customJson, fields.bodyText === null)
    default:
      return { type: fields.contentType, url: fields.url }
  }
}

function readCustom(json: string, isNeeded: boolean): ReplyDraft['content'] | string {
  const fault = jsonFault(json)
  const custom = CustomContent.safeParse(fault === null ? JSON.parse(json) : null)
  if (custom.success) return { type: 'custom', custom: custom.data }
  if (!isNeeded) return { type: 'custom', custom: {} }
  return fault ?? 'The message must be a JSON object: it starts with { and ends with }.'
}

function jsonFault(text: string): string | null {
  const parsed = parseJson(text)
  return parsed.ok ? null : `This is not JSON yet: ${parsed.reason}`
}
