import { describe, expect, it } from 'vitest'
import type { Exchange, ExchangeCallback, ExchangeMessage, PassedOnStep } from '#shared/exchange.ts'
import { type LaneRow, laneRows } from '../../../renderer/lanes/exchange-steps.ts'

const OK = { httpStatus: 200, durationMs: 5 }

function callback(
  seq: number,
  type: string,
  atMs: number,
  change: Partial<ExchangeCallback> = {},
): ExchangeCallback {
  return {
    seq,
    type,
    error: null,
    deliveries: [{ seq, receivedAtMs: atMs, answer: OK }],
    passedOn: [],
    ...change,
  }
}
const inbound = (atMs: number, writtenAtMs: number | null, change: Partial<ExchangeCallback> = {}) => ({
  ...callback(1, 'text', atMs, change),
  summary: 'Hello',
  writtenAtMs,
})
function message(change: Partial<ExchangeMessage> = {}): ExchangeMessage {
  return { key: 'm', from: 'server', sentAtMs: null, summary: null, outcome: null, statuses: [], ...change }
}
function passed(change: Partial<PassedOnStep> = {}): PassedOnStep {
  return {
    ...{ id: 'p', atMs: 1_010, durationMs: 20, origin: 'forward', targetName: 'My server' },
    ...{ outcome: 'answered', httpStatus: 200, why: null },
    ...change,
  } as const
}
const exchange = (change: Partial<Exchange>): Exchange => ({
  inbound: null,
  messages: [],
  isCut: false,
  ...change,
})

/** One line per row, such as `+0 person>vonage “Hello”`. */
function drawn(rows: readonly LaneRow[]): readonly string[] {
  return rows.map((row) => {
    if (row.kind === 'gap') return `gap ${row.lengthMs}`
    const { from, to, label, isBefore, tone } = row.step
    const mark = tone === 'plain' ? '' : ` (${tone})`
    return `${isBefore ? 'before ' : ''}+${row.offsetMs} ${from}>${to} ${label}${mark}`
  })
}

describe('the arrows of an exchange', () => {
  it('go from the person over Vonage to the listener and on to the own server, and back', () => {
    const one = exchange({ inbound: inbound(1_000, 900, { passedOn: [passed()] }) })
    expect(drawn(laneRows(one))).toEqual([
      '+0 person>vonage “Hello”',
      '+100 vonage>listener inbound text',
      '+105 listener>vonage 200 (ok)',
      '+110 listener>server inbound text, forwarded',
      '+130 server>listener 200 (ok)',
    ])
  })

  it('begin with what is known where the time of writing is not', () => {
    const [first] = laneRows(exchange({ inbound: inbound(1_000, null) }))
    expect(drawn(first === undefined ? [] : [first])).toEqual(['before +0 person>vonage “Hello”'])
  })

  it('show each delivery of the same event, and the pauses between them', () => {
    const deliveries = [
      { seq: 1, receivedAtMs: 1_000, answer: { httpStatus: 503, durationMs: 5 } },
      { seq: 2, receivedAtMs: 6_005, answer: null },
    ]
    expect(drawn(laneRows(exchange({ inbound: inbound(1_000, 1_000, { deliveries }) })))).toEqual([
      '+0 person>vonage “Hello”',
      '+0 vonage>listener inbound text',
      '+5 listener>vonage 503 (bad)',
      'gap 5000',
      '+5005 vonage>listener inbound text, delivery 2 (warn)',
    ])
  })

  it('show a reply from here with its answer and statuses, a rejection with its code', () => {
    const outcome = { kind: 'accepted', httpStatus: 202, durationMs: 50 } as const
    const error = { code: '1340', reason: null }
    const statuses = [callback(2, 'submitted', 1_100), callback(3, 'rejected', 1_200, { error })]
    const one = message({ from: 'here', sentAtMs: 1_000, summary: 'Yes', outcome, statuses })
    expect(drawn(laneRows(exchange({ messages: [one] })))).toEqual([
      '+0 listener>vonage “Yes”',
      '+50 vonage>listener accepted 202 (ok)',
      '+100 vonage>listener submitted',
      '+105 listener>vonage 200 (ok)',
      '+200 vonage>listener rejected 1340 (bad)',
      '+205 listener>vonage 200 (ok)',
    ])
  })

  it('show a message of the own server before its first status, as nobody knows when it was sent', () => {
    const one = message({ statuses: [callback(2, 'submitted', 1_000)] })
    expect(drawn(laneRows(exchange({ messages: [one] })))).toEqual([
      'before +0 server>vonage a message',
      '+0 vonage>listener submitted',
      '+5 listener>vonage 200 (ok)',
    ])
  })

  it.each([
    [
      passed({ outcome: 'failed', httpStatus: null }),
      ['listener>server read, forwarded', 'server>listener no answer (bad)'],
    ],
    [passed({ outcome: 'held-back', httpStatus: null }), ['listener>server read, held back (warn)']],
    [
      passed({ origin: 'replay', httpStatus: 500 }),
      ['listener>server read, replayed', 'server>listener 500 (bad)'],
    ],
  ])('say what became of passing on: %#', (step, wanted) => {
    const one = message({ statuses: [callback(2, 'read', 1_000, { passedOn: [step] })] })
    const lines = drawn(laneRows(exchange({ messages: [one] }))).map((line) => line.replace(/^\+\d+ /, ''))
    expect(lines.slice(-wanted.length)).toEqual(wanted)
  })

  it('have one key each', () => {
    const statuses = [
      callback(2, 'submitted', 1_100),
      callback(3, 'delivered', 1_200, { passedOn: [passed()] }),
    ]
    const rows = laneRows(exchange({ inbound: inbound(1_000, 900), messages: [message({ statuses })] }))
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })
})
