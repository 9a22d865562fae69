import type { ResponseRuleInput } from '../response-rule.ts'

type Kind = ResponseRuleInput['match']['kind']
type Words = { readonly one: string; readonly many: string; readonly person: string }

/**
 * A response rule as one sentence without its full stop, such as "Answering 503 after 20 s to the next 3 inbound
 * messages from 2222222222222222".
 */
export function describeRule({ match, action, delayMs, remaining }: ResponseRuleInput): string {
  const isDrop = action.kind === 'drop'
  const words = wordsOf(match.kind)
  return [
    isDrop ? 'Dropping the connection' : `Answering ${action.httpStatus}`,
    ...(delayMs === 0 ? [] : [`after ${delayMs / 1000} s`]),
    isDrop ? 'for' : 'to',
    howMany(remaining, words),
    ...(match.psid === '' ? [] : [`${words.person} ${match.psid}`]),
    ...(match.messageUuid === '' ? [] : [`with message_uuid ${match.messageUuid}`]),
  ].join(' ')
}

function howMany(remaining: number | null, { one, many }: Words): string {
  if (remaining === null) return `every ${one}`
  return remaining === 1 ? `the next ${one}` : `the next ${remaining} ${many}`
}

function wordsOf(kind: Kind): Words {
  switch (kind) {
    case 'inbound':
      return { one: 'inbound message', many: 'inbound messages', person: 'from' }
    case 'status':
      return { one: 'status', many: 'statuses', person: 'about messages to' }
    case null:
      return { one: 'callback', many: 'callbacks', person: 'about' }
  }
}
