/** What Meta calls a reason to write outside the 24-hour window. */
export type MessageTag = { readonly name: string; readonly use: string }

/** Tags Meta still defines. Source: Meta, "Message tags". */
export const CURRENT_TAGS: readonly MessageTag[] = [
  { name: 'CONFIRMED_EVENT_UPDATE', use: 'a reminder of an event the person signed up for' },
  { name: 'POST_PURCHASE_UPDATE', use: 'news of an order' },
  { name: 'ACCOUNT_UPDATE', use: "a change of the person's account" },
  { name: 'HUMAN_AGENT', use: "a human answers within 7 days; needs Meta's approval" },
  { name: 'CUSTOMER_FEEDBACK', use: 'a survey' },
]

/** Retired by Meta on 4 March 2020 or before; some SDKs still offer them. */
const RETIRED_TAGS = [
  'SHIPPING_UPDATE',
  'RESERVATION_UPDATE',
  'ISSUE_RESOLUTION',
  'APPOINTMENT_UPDATE',
  'GAME_EVENT',
  'TRANSPORTATION_UPDATE',
  'FEATURE_FUNCTIONALITY_UPDATE',
  'TICKET_UPDATE',
  'PAYMENT_UPDATE',
  'PERSONAL_FINANCE_UPDATE',
  'APPLICATION_UPDATE',
  'PAIRING_UPDATE',
  'COMMUNITY_ALERT',
  'CONFIRMED_EVENT_REMINDER',
  'NON_PROMOTIONAL_SUBSCRIPTION',
  'BUSINESS_PRODUCTIVITY',
] as const

export type TagStanding = 'current' | 'retired' | 'unknown'

/** How a tag stands with Meta. A free text is `unknown`: worth a warning, never a block. */
export function standingOfTag(tag: string): TagStanding {
  if (CURRENT_TAGS.some(({ name }) => name === tag)) return 'current'
  return RETIRED_TAGS.some((name) => name === tag) ? 'retired' : 'unknown'
}

export const retiredTags: readonly string[] = RETIRED_TAGS
