import { ReplyContent, type ReplyDraft, type SendOutcome } from '../reply.ts'
import type { WireError } from '../rpc.ts'
import type { Fake } from './fake-ids.ts'
import { redactBody, sizeNote } from './redact-body.ts'
import { redactHeaders } from './redact-headers.ts'
import { crossedOut, redactSentence, redactUrl } from './redact-text.ts'
import {
  type CallbackRecord,
  type ReplyRecord,
  type SessionBody,
  type SessionRecord,
  sizeOfBase64,
} from './session-record.ts'

const PATH_WORDS = new Set(['', 'webhooks', 'inbound-message', 'message-status', 'v0.1', 'v1', 'messages'])

/**
 * A record without what it tells about anybody: other ids, the same for the same everywhere; texts crossed out; no
 * signature, no secret, no address. Redacting what is redacted changes nothing, as long as the records come in the
 * same order.
 */
export function redactRecord(record: SessionRecord, fake: Fake): SessionRecord {
  switch (record.kind) {
    case 'callback':
      return redactCallback(record, fake)
    case 'reply':
      return redactReply(record, fake)
    case 'person':
      return { ...record, psid: fake('person', record.psid), name: fake('name', record.name) }
  }
}

function redactCallback(record: CallbackRecord, fake: Fake): CallbackRecord {
  const { method, path, headers, note } = record
  const body: SessionBody = { text: bodyText(record.body, fake) }
  const sizes = { before: sizeOf(record.body), after: sizeOf(body) }
  return {
    ...record,
    method: /^[A-Z]{1,20}$/.test(method) ? method : crossedOut(method),
    path: redactPath(path),
    headers: redactHeaders(headers, sizes, fake),
    body,
    ...(note !== undefined && { note: { ...note, text: crossedOut(note.text) } }),
  }
}

function bodyText(body: SessionBody, fake: Fake): string {
  if ('text' in body) return redactBody(body.text, 'callback', fake)
  return body.base64 === '' ? '' : sizeNote(sizeOf(body))
}

function sizeOf(body: SessionBody): number {
  if ('text' in body) return new TextEncoder().encode(body.text).length
  return sizeOfBase64(body.base64)
}

/** Segments of addresses that were made up for this app are secrets. */
function redactPath(path: string): string {
  const [plain = '', query] = path.split(/\?(.*)/s, 2)
  const segments = plain
    .split('/')
    .map((segment) => (PATH_WORDS.has(segment) ? segment : crossedOut(segment)))
  return `${segments.join('/')}${query === undefined ? '' : `?${crossedOut(query)}`}`
}

function redactReply(record: ReplyRecord, fake: Fake): ReplyRecord {
  const draft = redactDraft(record.draft, fake)
  return {
    ...record,
    id: fake('uuid', record.id),
    profileId: fake('profile', record.profileId),
    profileName: fake('profile', record.profileName),
    draft,
    url: redactUrl(record.url, fake),
    requestBody: redactBody(record.requestBody, 'outbound', fake),
    outcome: redactOutcome(record.outcome, fake, hostsOf(record.url, fake)),
  }
}

type Known = ReadonlyMap<string, string>

/** The host a reply went to, as it is named where the reply failed. */
function hostsOf(url: string, fake: Fake): Known {
  if (!URL.canParse(url) || redactUrl(url, fake) === url) return new Map()
  const { host, hostname } = new URL(url)
  const isAddress = /^[\d.]+$|^\[/.test(hostname)
  return isAddress ? new Map() : new Map([host, hostname].map((name) => [name, fake('host', name)]))
}

function redactDraft(draft: ReplyDraft, fake: Fake): ReplyDraft {
  const { to, from, clientRef, webhookUrl, bodyText: written, tag } = draft
  return {
    ...draft,
    to: fake('person', to),
    from: fake('page', from),
    content: redactContent(draft.content, fake),
    tag: /^[A-Z_]{0,60}$/.test(tag) ? tag : crossedOut(tag),
    clientRef: fake('client-ref', clientRef),
    webhookUrl: fake('url', webhookUrl),
    bodyText: written === null ? null : redactBody(written, 'outbound', fake),
  }
}

function redactContent(content: ReplyContent, fake: Fake): ReplyContent {
  switch (content.type) {
    case 'text':
      return { ...content, text: crossedOut(content.text) }
    case 'custom':
      return ReplyContent.parse({
        type: 'custom',
        custom: JSON.parse(redactBody(JSON.stringify(content.custom), 'outbound', fake)),
      })
    default:
      return { ...content, url: fake('url', content.url) }
  }
}

function redactOutcome(outcome: SendOutcome, fake: Fake, hosts: Known): SendOutcome {
  switch (outcome.kind) {
    case 'accepted': {
      const { messageUuid, workflowId, responseBody } = outcome
      return {
        ...outcome,
        messageUuid: fake('uuid', messageUuid),
        workflowId: workflowId === null ? null : fake('uuid', workflowId),
        responseBody: redactBody(responseBody, 'answer', fake),
      }
    }
    case 'refused': {
      const { problem, responseBody, explanation, contentType } = outcome
      return {
        ...outcome,
        contentType: redactSentence(contentType, fake),
        problem: redactProblem(problem, fake),
        responseBody: redactBody(responseBody, 'answer', fake),
        explanation: redactExplanation(explanation, fake, hosts),
      }
    }
    case 'failed':
      return { ...outcome, explanation: redactExplanation(outcome.explanation, fake, hosts) }
  }
}

type Problem = Extract<SendOutcome, { kind: 'refused' }>['problem']

function redactProblem({ title, detail, type, instance, invalidParameters }: Problem, fake: Fake): Problem {
  const sentence = (text: string | null) => (text === null ? null : redactSentence(text, fake))
  return {
    title: sentence(title),
    detail: sentence(detail),
    type: sentence(type),
    instance: sentence(instance),
    invalidParameters: invalidParameters.map(({ name, reason }) => ({
      name: redactSentence(name, fake),
      reason: redactSentence(reason, fake),
    })),
  }
}

function redactExplanation({ code, what, why, fix, link }: WireError, fake: Fake, hosts: Known): WireError {
  const sentences = {
    what: redactSentence(what, fake, hosts),
    why: redactSentence(why, fake, hosts),
    fix: redactSentence(fix, fake, hosts),
  }
  return link === undefined ? { code, ...sentences } : { code, ...sentences, link: redactUrl(link, fake) }
}
