import { assertNever } from '#shared/assert-never.ts'
import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'
import type { ReplayContent, ReplayPace, ReplayRequest, ReplayRun, ReplaySelection } from '#shared/replay.ts'
import { everything } from '#shared/search/filter-text.ts'
import type { Tone } from '../../../components/tone.ts'
import { durationText } from '../../../format/format-duration.ts'
import { shortId } from '../../../format/short-id.ts'

/** Which callbacks a run sends: `Callbacks that match kind:inbound order`. */
export function selectionWords(selection: ReplaySelection): string {
  switch (selection.kind) {
    case 'callbacks':
      return countText(selection.seqs.length, 'chosen callback')
    case 'filter':
      return selection.filter === everything ? 'All callbacks' : `Callbacks that match ${selection.filter}`
    case 'conversation':
      return `Conversation of ${shortId(selection.psid)} with Page ${shortId(selection.pageId)}`
    default:
      return assertNever(selection)
  }
}

function contentWords(content: ReplayContent): string {
  switch (content.kind) {
    case 'exact':
      return 'exact bytes'
    case 'fresh-signature':
      return 'fresh signature'
    case 'edited':
      return 'edited body'
    case 'rewritten':
      return rewrittenWords(content)
    default:
      return assertNever(content)
  }
}

function rewrittenWords({ hasNewIds, hasNewTimes }: Extract<ReplayContent, { kind: 'rewritten' }>): string {
  if (hasNewIds && hasNewTimes) return 'new ids and times'
  if (hasNewIds) return 'new ids'
  return hasNewTimes ? 'new times' : 'fresh signature'
}

const ORDERS = { none: '', person: ', in order per person', all: '' } as const

function paceWords(pace: ReplayPace): string {
  switch (pace.kind) {
    case 'original':
      return 'original timing'
    case 'gap':
      return `${durationText(pace.gapMs)} apart`
    case 'fast':
      if (pace.order === 'all' || pace.concurrency === 1) return 'one after the other'
      return `${pace.concurrency} at once${ORDERS[pace.order]}`
    default:
      return assertNever(pace)
  }
}

/** What is sent of each callback and how fast: `fresh signature · 32 at once · 3 times`. */
export function mannerWords({
  content,
  pace,
  repeat,
}: Omit<ReplayRequest, 'selection' | 'targetId'>): string {
  const times = repeat === 1 ? [] : [`${numberText(repeat)} times`]
  return [contentWords(content), paceWords(pace), ...times].join(' · ')
}

export const stateWords: Readonly<
  Record<ReplayRun['state'], { readonly word: string; readonly tone: Tone }>
> = {
  running: { word: 'running', tone: 'neutral' },
  finished: { word: 'finished', tone: 'neutral' },
  cancelled: { word: 'cancelled', tone: 'warn' },
  interrupted: { word: 'interrupted', tone: 'warn' },
}

type Counted = { readonly text: string; readonly tone: Tone }

/** What came of a run, one number each; nothing is said of what did not occur. */
export function countWords({ ok, failed, fixed, regressed }: ReplayRun): readonly Counted[] {
  const all = [
    { count: ok, text: 'ok', tone: 'ok' },
    { count: failed, text: 'failed', tone: 'bad' },
    { count: fixed, text: 'fixed', tone: 'ok' },
    { count: regressed, text: 'regressed', tone: 'bad' },
  ] as const
  const shown = all.filter(({ count, text }) => count > 0 || text === 'ok')
  return shown.map(({ count, text, tone }) => ({
    text: `${numberText(count)} ${text}`,
    tone: count === 0 ? 'neutral' : tone,
  }))
}
