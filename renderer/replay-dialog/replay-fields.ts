import { numberText } from '#shared/number-text.ts'
import type { ReplayContent, ReplayPace, ReplayRequest, ReplaySelection } from '#shared/replay.ts'

export type ContentKind = ReplayContent['kind']
type PaceKind = ReplayPace['kind']
export type ReplayOrder = Extract<ReplayPace, { kind: 'fast' }>['order']

/** The dialog as filled in. Numbers stay as typed until they are read. */
export type ReplayFields = {
  readonly targetId: string
  readonly content: ContentKind
  /** The edited body; null while it is the original. */
  readonly bodyText: string | null
  readonly hasNewIds: boolean
  readonly hasNewTimes: boolean
  readonly pace: PaceKind
  readonly gapMs: string
  readonly concurrency: string
  readonly order: ReplayOrder
  readonly repeat: string
}

export type ReplayFaults = {
  readonly [K in 'bodyText' | 'rewritten' | 'gapMs' | 'concurrency' | 'repeat']?: string
}

type ReplayReading =
  | { readonly ok: true; readonly request: ReplayRequest }
  | { readonly ok: false; readonly faults: ReplayFaults }

type About = {
  readonly selection: ReplaySelection
  /** The body of the one callback that is edited, as it was captured; null while it is not known. */
  readonly originalText: string | null
}

const LONGEST_GAP_MS = 3_600_000
const MOST_AT_ONCE = 64
const MOST_REPEATS = 1_000
const LONGEST_BODY = 2_000_000

/** What the dialog begins with. */
export function replayFieldsFor(targetId: string, content: ContentKind): ReplayFields {
  return {
    targetId,
    content,
    bodyText: null,
    hasNewIds: true,
    hasNewTimes: true,
    pace: 'fast',
    gapMs: '1000',
    concurrency: '8',
    order: 'person',
    repeat: '1',
  }
}

/** The only callback a selection can hold; null for a selection that may hold several. */
export function onlySeqOf(selection: ReplaySelection): number | null {
  if (selection.kind !== 'callbacks' || selection.seqs.length !== 1) return null
  return selection.seqs[0] ?? null
}

/** The request the fields stand for, or what is wrong with each of them. */
export function readReplay(fields: ReplayFields, about: About): ReplayReading {
  const repeat = wholeNumber(fields.repeat, 1, MOST_REPEATS)
  const pace = paceOf(fields)
  const content = contentOf(fields, about)
  const faults: ReplayFaults = {
    ...(repeat === null && { repeat: `A number from 1 to ${numberText(MOST_REPEATS)}.` }),
    ...('faults' in pace && pace.faults),
    ...('faults' in content && content.faults),
  }
  if (repeat === null || 'faults' in pace || 'faults' in content) return { ok: false, faults }
  const { selection } = about
  return { ok: true, request: { selection, targetId: fields.targetId, content, pace, repeat } }
}

/** The times each callback is sent, as far as the field can be read. */
export function repeatsOf({ repeat }: Pick<ReplayFields, 'repeat'>): number {
  return wholeNumber(repeat, 1, MOST_REPEATS) ?? 1
}

function paceOf(fields: ReplayFields): ReplayPace | { readonly faults: ReplayFaults } {
  switch (fields.pace) {
    case 'original':
      return { kind: 'original' }
    case 'gap': {
      const gapMs = wholeNumber(fields.gapMs, 0, LONGEST_GAP_MS)
      return gapMs === null
        ? { faults: { gapMs: 'Milliseconds from 0 to 3,600,000.' } }
        : { kind: 'gap', gapMs }
    }
    case 'fast': {
      const concurrency = wholeNumber(fields.concurrency, 1, MOST_AT_ONCE)
      if (concurrency === null) return { faults: { concurrency: `A number from 1 to ${MOST_AT_ONCE}.` } }
      return { kind: 'fast', concurrency, order: fields.order }
    }
  }
}

function contentOf(
  fields: ReplayFields,
  { originalText }: About,
): ReplayContent | { readonly faults: ReplayFaults } {
  switch (fields.content) {
    case 'exact':
    case 'fresh-signature':
      return { kind: fields.content }
    case 'rewritten': {
      const { hasNewIds, hasNewTimes } = fields
      if (!hasNewIds && !hasNewTimes) return { faults: { rewritten: 'Choose at least one of the two.' } }
      return { kind: 'rewritten', hasNewIds, hasNewTimes }
    }
    case 'edited': {
      const bodyText = fields.bodyText ?? originalText
      if (bodyText === null) return { faults: { bodyText: 'There is no text to send.' } }
      if (bodyText.length > LONGEST_BODY) return { faults: { bodyText: 'At most 2,000,000 characters.' } }
      return { kind: 'edited', bodyText }
    }
  }
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}
