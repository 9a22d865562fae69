import type { ReplyDraft } from '../reply.ts'
import { channelWarnings } from './channel-warnings.ts'
import { contentWarnings } from './content-warnings.ts'
import { idWarnings, type KnownIds } from './id-warnings.ts'
import { type ReplyFacts, replyFacts } from './reply-facts.ts'

/** A field of the reply; `request` is the body written by hand. */
export type ReplyField =
  | 'from'
  | 'to'
  | 'text'
  | 'url'
  | 'category'
  | 'tag'
  | 'clientRef'
  | 'webhookUrl'
  | 'webhookVersion'
  | 'request'

/** Something about a field that the documents doubt (`doubt`), or that is still to be filled in (`missing`). */
export type ReplyWarning = {
  readonly field: ReplyField
  readonly kind: 'doubt' | 'missing'
  readonly text: string
}

/**
 * What may be refused about a reply, in the order of the fields. Nothing here keeps it from being sent: testers want to
 * see what the API does. Of a body written by hand everything is told of the field `request`, also where it goes to
 * somebody else than the form says; a body that is not JSON has no warnings.
 * Source: Messages API v1 and v0.1 specs, Messenger channel.
 */
export function replyWarnings(draft: ReplyDraft, known: KnownIds): readonly ReplyWarning[] {
  const facts = replyFacts(draft)
  if (facts === null) return []
  const warnings = [...idWarnings(facts, known), ...contentWarnings(facts), ...channelWarnings(facts)]
  if (draft.bodyText === null) return warnings
  return [...warnings, ...differences(facts, draft)].map((warning) => ({ ...warning, field: 'request' }))
}

function differences(facts: ReplyFacts, draft: ReplyDraft): readonly ReplyWarning[] {
  return (['from', 'to'] as const)
    .filter((field) => draft[field] !== '' && facts[field] !== null && facts[field] !== draft[field])
    .map((field) => ({
      field,
      kind: 'doubt',
      text: `"${field}" is ${JSON.stringify(facts[field])} here and ${draft[field]} in the form.`,
    }))
}
