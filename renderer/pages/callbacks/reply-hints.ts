import type { ApiVersion } from '#shared/callback.ts'

/** Longest text of a Messenger message (Messages API v1, text). Whether more is refused is Vonage's to say. */
export const TEXT_LIMIT = 640

/** Longest client_ref (Messages API: 100 in v1, 40 in v0.1). */
const CLIENT_REF_LIMIT: Readonly<Record<ApiVersion, number>> = { v1: 100, 'v0.1': 40 }

/** Tags that Meta still defines for messages outside the 24-hour window. */
export const currentTags = [
  'CONFIRMED_EVENT_UPDATE',
  'POST_PURCHASE_UPDATE',
  'ACCOUNT_UPDATE',
  'HUMAN_AGENT',
  'CUSTOMER_FEEDBACK',
] as const

/** How many characters a person would count. */
export function characterCount(text: string): number {
  return [...text].length
}

/** What may be refused about a client_ref; null when nothing is. */
export function clientRefWarning(clientRef: string, version: ApiVersion): string | null {
  const limit = CLIENT_REF_LIMIT[version]
  const length = characterCount(clientRef)
  return length > limit ? `${length} characters. The ${version} API takes ${limit}.` : null
}

/** What may be refused about a tag; null when nothing is. */
export function tagWarning(tag: string): string | null {
  if (tag === '') return 'The category message_tag needs a tag.'
  const isKnown = currentTags.some((known) => known === tag)
  return isKnown ? null : 'Not one of the tags Meta defines today. It may be refused.'
}
