import type { ApiVersion } from '#shared/callback.ts'
import type { ConversationId } from '#shared/chats.ts'
import type { ReplyDraft } from '#shared/reply.ts'

export type ReplyContentType = ReplyDraft['content']['type']

/** The Reply form as typed. Each kind of content keeps its own field, so switching between them loses nothing. */
export type ReplyFields = {
  readonly version: ApiVersion
  readonly from: string
  readonly to: string
  readonly contentType: ReplyContentType
  readonly text: string
  readonly url: string
  readonly customJson: string
  readonly category: ReplyDraft['category']
  readonly tag: string
  readonly clientRef: string
  readonly webhookUrl: string
  readonly webhookVersion: ReplyDraft['webhookVersion']
  /** The body as edited by hand, which then is what is sent; null while the fields above say it. */
  readonly bodyText: string | null
}

/** Where the ids of a reply come from: the callback's Page is the sender, its person the recipient. */
export type ReplySource = {
  readonly seq: number
  readonly pageId: string | null
  readonly psid: string | null
}

export type ReplyFormState = {
  readonly fields: ReplyFields
  readonly source: ReplySource | null
  /** Whom it is written to, as selected; null until somebody is. */
  readonly conversation: ConversationId | null
  /** Counts the changes of conversation: an editor's undo must not bring back what was meant for somebody else. */
  readonly turn: number
}

const CUSTOM_EXAMPLE = `{
  "attachment": {
    "type": "template",
    "payload": {
      "template_type": "button",
      "text": "What do you want to do next?",
      "buttons": [
        { "type": "web_url", "title": "Open the site", "url": "https://example.com" }
      ]
    }
  }
}`

export const emptyReplyForm: ReplyFormState = {
  fields: {
    version: 'v1',
    from: '',
    to: '',
    contentType: 'text',
    text: '',
    url: '',
    customJson: CUSTOM_EXAMPLE,
    category: '',
    tag: '',
    clientRef: '',
    webhookUrl: '',
    webhookVersion: '',
    bodyText: null,
  },
  source: null,
  conversation: null,
  turn: 0,
}

/** Whether both ids stand in the form exactly as the selected callback has them. */
export function isFilledIn({ fields, source }: ReplyFormState): boolean {
  if (source === null || source.pageId === null || source.psid === null) return false
  return fields.from === source.pageId && fields.to === source.psid
}
