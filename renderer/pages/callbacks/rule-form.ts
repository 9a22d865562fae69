import type { CallbackRow } from '#shared/callback.ts'
import type { ResponseRuleInput } from '#shared/response-rule.ts'

export const answerChoices = [
  { value: '200', label: '200 OK' },
  { value: '400', label: '400 Bad Request' },
  { value: '401', label: '401 Unauthorized' },
  { value: '404', label: '404 Not Found' },
  { value: '429', label: '429 Too Many Requests' },
  { value: '500', label: '500 Internal Server Error' },
  { value: '503', label: '503 Service Unavailable' },
  { value: 'own', label: 'Another status…' },
  { value: 'drop', label: 'No answer: drop the connection' },
] as const

export type RuleFields = {
  readonly kind: 'any' | 'inbound' | 'status'
  readonly psid: string
  readonly messageUuid: string
  readonly answer: (typeof answerChoices)[number]['value']
  readonly ownStatus: string
  readonly delaySeconds: string
  readonly lasts: 'next' | 'until-removed'
  readonly count: string
}

export type RuleFaults = { readonly [K in 'ownStatus' | 'delaySeconds' | 'count']?: string }

type RuleReading =
  | { readonly ok: true; readonly rule: ResponseRuleInput }
  | { readonly ok: false; readonly faults: RuleFaults }

type Selected = Pick<CallbackRow, 'kind' | 'psid' | 'messageUuid'>

const LONGEST_DELAY_S = 120
const MOST = 100_000
/** How long Vonage waits for an answer. Source: support article 360028543292. */
const PATIENCE_S = 15

/**
 * A rule to begin with: for callbacks like the selected one. An inbound message has a message_uuid of its own, which
 * no other will carry; that of a status comes again with the next status of its message.
 */
export function ruleLike(selected: Selected | null): RuleFields {
  const isMessage = selected !== null && selected.kind !== 'other'
  return {
    kind: isMessage ? selected.kind : 'any',
    psid: isMessage ? (selected.psid ?? '') : '',
    messageUuid: selected?.kind === 'status' ? (selected.messageUuid ?? '') : '',
    answer: '503',
    ownStatus: '',
    delaySeconds: '0',
    lasts: 'next',
    count: '3',
  }
}

/** The rule the fields stand for, or what is wrong with each of them. */
export function readRule(fields: RuleFields): RuleReading {
  const own = wholeNumber(fields.ownStatus, 200, 599)
  const delayS = seconds(fields.delaySeconds)
  const count = wholeNumber(fields.count, 1, MOST)
  const faults: RuleFaults = {
    ...(fields.answer === 'own' && own === null && { ownStatus: 'A status from 200 to 599.' }),
    ...(delayS === null && { delaySeconds: `Seconds from 0 to ${LONGEST_DELAY_S}.` }),
    ...(fields.lasts === 'next' && count === null && { count: 'A number from 1.' }),
  }
  if (Object.keys(faults).length > 0) return { ok: false, faults }
  return {
    ok: true,
    rule: {
      match: {
        kind: fields.kind === 'any' ? null : fields.kind,
        psid: fields.psid.trim(),
        messageUuid: fields.messageUuid.trim(),
      },
      action: actionOf(fields.answer, own ?? 200),
      delayMs: Math.round((delayS ?? 0) * 1000),
      remaining: fields.lasts === 'next' ? count : null,
    },
  }
}

/** What Vonage makes of such an answer, as far as it is documented. */
export function vonageHint({ answer, ownStatus, delaySeconds }: RuleFields): string {
  if ((seconds(delaySeconds) ?? 0) > PATIENCE_S) {
    return `Vonage waits ${PATIENCE_S} s for an answer, then takes it for a failure and delivers again.`
  }
  if (answer === 'drop') return 'Vonage takes it for a failure and delivers again.'
  const status = Number(answer === 'own' ? ownStatus : answer)
  if (status === 200) return 'Vonage takes the callback for delivered.'
  if (status === 429 || status >= 500)
    return 'Vonage delivers again: after 5 s, then ever later, for 24 hours.'
  return 'Vonage’s documents disagree on whether it delivers again after this one.'
}

function actionOf(answer: RuleFields['answer'], own: number): ResponseRuleInput['action'] {
  if (answer === 'drop') return { kind: 'drop' }
  return { kind: 'answer', httpStatus: answer === 'own' ? own : Number(answer) }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

function seconds(text: string): number | null {
  const value = /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN
  return value <= LONGEST_DELAY_S ? value : null
}
