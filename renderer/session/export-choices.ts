import { countText } from '#shared/count-text.ts'
import type { ExportSelection } from '#shared/session/session-job.ts'

export type ExportChoice = {
  readonly value: 'all' | 'filter' | 'selected'
  readonly label: string
  readonly selection: ExportSelection
}

type Listed = {
  /** How many events there are in all. */
  readonly total: number
  /** The filter of the list; empty: it shows everything. */
  readonly filter: string
  readonly selectedSeqs: readonly number[]
}

/** What there is to export, the most particular first: that is what somebody who chose something wants. */
export function exportChoices({ total, filter, selectedSeqs }: Listed): readonly ExportChoice[] {
  const choices: ExportChoice[] = []
  if (selectedSeqs.length > 1) {
    choices.push({
      value: 'selected',
      label: `The ${countText(selectedSeqs.length, 'callback')} you selected`,
      selection: { kind: 'callbacks', seqs: [...selectedSeqs] },
    })
  }
  if (filter !== '') {
    choices.push({
      value: 'filter',
      label: 'All that the filter shows, loaded or not',
      selection: { kind: 'filter', filter },
    })
  }
  const all = `Everything (${countText(total, 'callback')})`
  choices.push({ value: 'all', label: all, selection: { kind: 'all' } })
  if (selectedSeqs.length === 1) {
    choices.push({
      value: 'selected',
      label: 'The callback you selected',
      selection: { kind: 'callbacks', seqs: [...selectedSeqs] },
    })
  }
  return choices
}
