import type { CallbackFilter } from '#shared/callback.ts'
import { Segmented } from '../../components/segmented.tsx'
import { TextInput } from '../../components/text-input.tsx'

const KINDS = [
  { value: 'all', label: 'All' },
  { value: 'inbound', label: 'Inbound' },
  { value: 'status', label: 'Status' },
] as const

const LONGEST_TEXT = 200

type Props = {
  readonly filter: CallbackFilter
  readonly onChange: (filter: CallbackFilter) => void
}

/** Kind and text of the callbacks that are meant. */
export function CallbackFilterFields({ filter, onChange }: Props) {
  const kind = KINDS.find(({ value }) => value === filter.kind)?.value ?? 'all'
  return (
    <>
      <Segmented
        label="Kind of callback"
        value={kind}
        options={KINDS}
        onChange={(chosen) => onChange({ ...filter, kind: chosen === 'all' ? null : chosen })}
      />
      <TextInput
        label="With this text, type or id"
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text: text.slice(0, LONGEST_TEXT) })}
        placeholder="any"
      />
    </>
  )
}
