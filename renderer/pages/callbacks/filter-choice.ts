import type { CallbackFilter } from '#shared/callback.ts'

/** A chip above the list. `Signature trouble` and `Failed` narrow down whichever kind is chosen. */
export type FilterChoice = {
  readonly label: string
  readonly isOn: (filter: CallbackFilter) => boolean
  readonly toggle: (filter: CallbackFilter) => CallbackFilter
}

function ofKind(label: string, kind: 'inbound' | 'status' | 'other'): FilterChoice {
  return {
    label,
    isOn: (filter) => filter.kind === kind,
    toggle: (filter) => ({ ...filter, kind: filter.kind === kind ? null : kind }),
  }
}

export const filterChoices: readonly FilterChoice[] = [
  {
    label: 'All',
    isOn: (filter) => filter.kind === null && filter.signature === null && !filter.failed,
    toggle: (filter) => ({ ...filter, kind: null, signature: null, failed: false }),
  },
  ofKind('Inbound', 'inbound'),
  ofKind('Status', 'status'),
  ofKind('Other', 'other'),
  {
    label: 'Signature trouble',
    isOn: (filter) => filter.signature === 'trouble',
    toggle: (filter) => ({ ...filter, signature: filter.signature === null ? 'trouble' : null }),
  },
  {
    label: 'Failed',
    isOn: (filter) => filter.failed,
    toggle: (filter) => ({ ...filter, failed: !filter.failed }),
  },
]

/** Whether two filters show the same. */
export function isSameFilter(one: CallbackFilter, other: CallbackFilter): boolean {
  const { kind, signature, failed, text } = one
  return (
    kind === other.kind && signature === other.signature && failed === other.failed && text === other.text
  )
}
