import { describe, expect, it } from 'vitest'
import { markdownReport } from '#shared/messenger/markdown-report.ts'
import type { Reply } from '#shared/reply.ts'
import { replyDraft } from '../../support/reply-draft.ts'

const TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJpYXQiOjF9.c2lnbmF0dXJl'
const SENT = Date.UTC(2026, 10, 20, 12)

const reply = (change: Partial<Reply> = {}): Reply => ({
  id: 'r',
  profileId: 'p',
  profileName: 'P',
  sentAtMs: SENT,
  draft: replyDraft(),
  url: 'https://api.nexmo.com/v1/messages',
  requestBody: '{"text":"Hello"}',
  outcome: {
    kind: 'accepted',
    httpStatus: 202,
    messageUuid: 'm',
    workflowId: null,
    responseBody: '{"message_uuid":"m"}',
    durationMs: 12.4,
  },
  statuses: [],
  ...change,
})

const status = (name: string, reason: string | null = null) => ({
  status: name,
  callbackSeq: 1,
  receivedAtMs: SENT,
  delayMs: 1_250,
  error: reason === null ? null : { code: '1340', reason },
})

describe('markdownReport', () => {
  it('has request, response and statuses word for word', () => {
    const statuses = [status('submitted'), status('rejected', 'Outside window')]
    expect(markdownReport(reply({ statuses }))).toBe(
      [
        '### Messenger message, accepted with 202',
        '',
        'Sent 2026-11-20T12:00:00.000Z with Messenger Workbench.',
        '',
        '**Request**',
        '',
        '```http',
        'POST https://api.nexmo.com/v1/messages',
        'Authorization: Bearer $JWT',
        'Content-Type: application/json',
        '',
        '{"text":"Hello"}',
        '```',
        '',
        '**Response**',
        '',
        'HTTP 202 after 12 ms',
        '',
        '```',
        '{"message_uuid":"m"}',
        '```',
        '',
        '**Statuses**',
        '',
        '- submitted, 1.3 s after the request',
        '- rejected, 1.3 s after the request: 1340, Outside window',
        '',
      ].join('\n'),
    )
  })

  it('holds no credentials, wherever they stand', () => {
    const report = markdownReport(
      reply({
        url: 'https://me:pass-word@example.com/v1/messages',
        requestBody: `{"text":"${TOKEN}","a":"Basic YWJjZDp4eXo="}`,
        statuses: [status('rejected', `Bearer ${TOKEN}`)],
      }),
    )
    for (const secret of [TOKEN, 'pass-word', 'YWJjZDp4eXo=']) expect(report).not.toContain(secret)
    expect(report).toContain('POST https://example.com/v1/messages')
  })

  it('cannot be ended by backticks, and keeps Markdown of others as text', () => {
    const report = markdownReport(
      reply({ requestBody: 'a\n````\nb', statuses: [status('rejected', '<img src=x>\n# [x](y)')] }),
    )
    expect(report).toContain('`````http\n')
    expect(report).toContain('\\<img src=x\\> # \\[x\\](y)')
  })

  it('says why there is no response', () => {
    const explanation = { code: 'NETWORK_DNS', what: 'Not found.', why: 'No such name.', fix: 'x' }
    expect(markdownReport(reply({ outcome: { kind: 'failed', explanation, durationMs: 1 } }))).toContain(
      'None. Not found. No such name.',
    )
  })
})
