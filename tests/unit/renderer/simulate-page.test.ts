import { describe, expect, it } from 'vitest'
import { CallbackFault, SimulatedMessage, type SimulatorDelivery, StatusSequence } from '#shared/simulator.ts'
import {
  type ComposerFields,
  firstComposerFields,
  withType,
  writtenMessage,
} from '../../../renderer/pages/simulate/composer-fields.ts'
import { isCaptured, isTaken, resultText, shortUrl } from '../../../renderer/pages/simulate/delivery-words.ts'
import { faultWords } from '../../../renderer/pages/simulate/fault-words.ts'
import { clockAt, dueWords } from '../../../renderer/pages/simulate/retry-clock-times.ts'
import { sequenceOf, sequenceOptions, wholeNumber } from '../../../renderer/pages/simulate/sequence-words.ts'

describe('the clock of the retries', () => {
  const clock = (speed: 0 | 1 | 60 | 3600) => ({ speed, clockMs: 1_000_000, atMs: 500 })

  it.each([
    [0, 10_500, 1_000_000],
    [1, 10_500, 1_010_000],
    [60, 10_500, 1_600_000],
    [3600, 1_500, 4_600_000],
    [60, 0, 1_000_000],
  ] as const)('at speed %d, at %d, shows %d', (speed, nowMs, shown) => {
    expect(clockAt(clock(speed), nowMs)).toBe(shown)
  })

  it.each([
    [0, 1_010_000, { clock: 'in 10 s', real: 'at a step' }],
    [1, 1_010_000, { clock: 'in 10 s', real: 'in 10 s' }],
    [60, 1_600_000, { clock: 'in 10 m 00 s', real: 'in 10 s' }],
    [3600, 1_600_000, { clock: 'in 10 m 00 s', real: 'in under 1 s' }],
    [1, 1_000_500, { clock: 'in under 1 s', real: 'in under 1 s' }],
    [1, 999_000, { clock: 'now', real: 'now' }],
    [0, 1_000_000, { clock: 'now', real: 'at the next step' }],
  ] as const)('at speed %d, what is due at %d is due %o', (speed, dueAtMs, words) => {
    expect(dueWords(clock(speed), dueAtMs, 500)).toEqual(words)
  })
})

describe('what is written', () => {
  const written = (change: Partial<ComposerFields>) => writtenMessage({ ...firstComposerFields, ...change })

  it.each([
    [{ text: 'Hi\nthere ' }, { type: 'text', text: 'Hi\nthere ' }],
    [
      { type: 'image', url: ' https://e.example/a.jpg ' },
      { type: 'image', url: 'https://e.example/a.jpg' },
    ],
    [{ type: 'unsupported', text: '' }, { type: 'unsupported' }],
  ] as const)('%o is a message', (change, message) => {
    expect(written(change)).toEqual({ ok: true, message })
    expect(SimulatedMessage.safeParse(message).success).toBe(true)
  })

  it.each([
    [{ text: ' \n ' }, /Write a message first/],
    [{ text: 'x'.repeat(20_001) }, /20,000 characters/],
    [{ type: 'file', url: '' }, /http or https URL/],
    [{ type: 'file', url: 'file:///etc/passwd' }, /http or https URL/],
    [{ type: 'file', url: 'https://' }, /http or https URL/],
    [{ type: 'file', url: `https://e.example/${'x'.repeat(2_000)}` }, /http or https URL/],
  ] as const)('%o is none yet', (change, problem) => {
    expect(written(change)).toEqual({ ok: false, problem: expect.stringMatching(problem) })
  })
})

describe('another type', () => {
  it('brings its own example of a URL', () => {
    const image = withType(firstComposerFields, 'image')
    expect(image.url).toMatch(/\.jpg$/)
    const audio = withType(image, 'audio')
    expect(audio).toMatchObject({ type: 'audio', url: expect.stringMatching(/\.mp3$/) })
    expect(withType(audio, 'video').url).toMatch(/\.mp4$/)
    expect(withType(withType(audio, 'text'), 'file').url).toMatch(/\.pdf$/)
  })

  it('leaves a URL alone that somebody typed, and what else is written', () => {
    const typed = { ...firstComposerFields, text: 'Hi', url: 'https://e.example/a.ogg' }
    expect(withType(typed, 'audio')).toEqual({ ...typed, type: 'audio' })
    expect(withType({ ...typed, url: '' }, 'audio').url).toBe('')
  })
})

describe('status sequences', () => {
  it.each(sequenceOptions)('$value can be chosen', ({ value }) => {
    expect(StatusSequence.parse(sequenceOf(value, { kind: 'normal' })).kind).toBe(value)
  })

  it('can be every one there is', () => {
    const kinds = StatusSequence.options.map(({ shape }) => shape.kind.value)
    expect(sequenceOptions.map(({ value }) => value).toSorted()).toEqual(kinds.toSorted())
  })

  it('keep the code from rejected to undeliverable', () => {
    expect(sequenceOf('undeliverable', { kind: 'rejected', code: 1250 })).toEqual({
      kind: 'undeliverable',
      code: 1250,
    })
  })

  it.each([
    ['1', 1],
    [' 600 ', 600],
    ['601', null],
    ['0', null],
    ['-1', null],
    ['1.5', null],
    ['', null],
    ['1e2', null],
  ])('take %j as %s', (text, number) => expect(wholeNumber(text, 600)).toBe(number))
})

describe('deliveries', () => {
  const listener = { inboundUrl: 'http://l/in', statusUrl: 'http://l/st' }
  const delivery: SimulatorDelivery = {
    id: '1',
    atMs: 0,
    kind: 'inbound',
    type: 'text',
    messageUuid: 'u',
    url: listener.inboundUrl,
    fault: null,
    attempt: 1,
    result: { kind: 'answered', httpStatus: 200, durationMs: 12 },
  }
  const failed = { kind: 'failed', reason: 'no connection' } as const

  it.each([
    [{}, true],
    [{ kind: 'status', url: listener.statusUrl }, true],
    [{ result: { ...delivery.result, httpStatus: 503 } }, true],
    [{ url: 'http://localhost:3000/in' }, false],
    [{ fault: 'broken-json' }, false],
    [{ result: failed }, false],
  ] as const)('%o is found among the captured callbacks: %s', (change, isFound) => {
    expect(isCaptured({ ...delivery, ...change }, listener)).toBe(isFound)
  })

  it('are found nowhere without a listener', () => expect(isCaptured(delivery, null)).toBe(false))

  it('name the path alone where they went to the listener', () => {
    expect(shortUrl('http://l/in', listener)).toBe('/in')
    expect(shortUrl('http://l/in', null)).toBe('http://l/in')
    expect(shortUrl('http://localhost:3000/in', listener)).toBe('http://localhost:3000/in')
  })

  it('say what they were answered', () => {
    expect([resultText(delivery.result), isTaken(delivery)]).toEqual(['200 in 12 ms', true])
    expect([resultText(failed), isTaken({ result: failed })]).toEqual(['failed: no connection', false])
  })
})

it('every fault is explained', () => {
  expect(Object.keys(faultWords).toSorted()).toEqual(CallbackFault.options.toSorted())
})
