import { describe, expect, it } from 'vitest'
import type { ReplaySelection } from '#shared/replay.ts'
import {
  onlySeqOf,
  type ReplayFields,
  readReplay,
  replayFieldsFor,
} from '../../../renderer/replay-dialog/replay-fields.ts'

const selection: ReplaySelection = { kind: 'callbacks', seqs: [4] }
const about = { selection, originalText: '{"a":1}' }

function read(change: Partial<ReplayFields>, originalText: string | null = about.originalText) {
  return readReplay({ ...replayFieldsFor('target', 'exact'), ...change }, { selection, originalText })
}

describe('readReplay', () => {
  it('sends the exact bytes once, one person’s callbacks in order, unless told otherwise', () => {
    expect(read({})).toEqual({
      ok: true,
      request: {
        selection,
        targetId: 'target',
        content: { kind: 'exact' },
        pace: { kind: 'fast', concurrency: 8, order: 'person' },
        repeat: 1,
      },
    })
  })

  it.each([
    [{ content: 'fresh-signature' }, { content: { kind: 'fresh-signature' } }],
    [{ content: 'edited' }, { content: { kind: 'edited', bodyText: '{"a":1}' } }],
    [{ content: 'edited', bodyText: '{"a":' }, { content: { kind: 'edited', bodyText: '{"a":' } }],
    [{ content: 'edited', bodyText: '' }, { content: { kind: 'edited', bodyText: '' } }],
    [
      { content: 'rewritten', hasNewIds: false },
      { content: { kind: 'rewritten', hasNewIds: false, hasNewTimes: true } },
    ],
    [{ pace: 'original' }, { pace: { kind: 'original' } }],
    [{ pace: 'gap', gapMs: ' 250 ' }, { pace: { kind: 'gap', gapMs: 250 } }],
    [{ concurrency: '64', order: 'none' }, { pace: { kind: 'fast', concurrency: 64, order: 'none' } }],
    [{ repeat: '1000' }, { repeat: 1000 }],
  ] as const)('reads %j', (change, request) => {
    expect(read(change)).toMatchObject({ ok: true, request })
  })

  it.each([
    [{ repeat: '0' }, 'repeat'],
    [{ repeat: '1001' }, 'repeat'],
    [{ repeat: 'twice' }, 'repeat'],
    [{ concurrency: '65' }, 'concurrency'],
    [{ concurrency: '' }, 'concurrency'],
    [{ pace: 'gap', gapMs: '1.5' }, 'gapMs'],
    [{ pace: 'gap', gapMs: '3600001' }, 'gapMs'],
    [{ content: 'rewritten', hasNewIds: false, hasNewTimes: false }, 'rewritten'],
    [{ content: 'edited', bodyText: 'x'.repeat(2_000_001) }, 'bodyText'],
  ] as const)('says what is wrong with %j', (change, field) => {
    const reading = read(change)
    expect(reading.ok ? [] : Object.keys(reading.faults)).toEqual([field])
  })

  it('does not send a body that is not known', () => {
    expect(read({ content: 'edited' }, null).ok).toBe(false)
  })

  it('minds only the fields that are shown', () => {
    expect(read({ pace: 'original', gapMs: 'x', concurrency: 'x' }).ok).toBe(true)
  })
})

describe('onlySeqOf', () => {
  it('knows a selection of one', () => {
    expect(onlySeqOf(selection)).toBe(4)
    expect(onlySeqOf({ kind: 'callbacks', seqs: [4, 5] })).toBeNull()
    expect(onlySeqOf({ kind: 'conversation', psid: 'anna', pageId: 'shop' })).toBeNull()
  })
})
