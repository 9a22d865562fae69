import { useEffect, useEffectEvent, useState } from 'react'
import { parseQuery } from '#shared/search/parse-query.ts'
import { FilterInput } from '../../../filter/filter-input.tsx'

const TYPING_PAUSE_MS = 400

type Props = {
  /** As it was saved last, here or elsewhere. */
  readonly filter: string
  readonly onChange: (filter: string) => void
}

/**
 * Which callbacks are forwarded. What is written is saved after a pause, as long as it can be read. A filter that was
 * changed elsewhere is shown, unless another one is being written here.
 */
export function ForwardFilter({ filter, onChange }: Props) {
  const [text, setText] = useState(filter)
  const [known, setKnown] = useState(filter)
  if (known !== filter) {
    setKnown(filter)
    if (text.trim() === known) setText(filter)
  }
  const save = useEffectEvent(() => {
    const wanted = text.trim()
    if (wanted !== known && parseQuery(wanted, Date.now()).ok) onChange(wanted)
  })
  useEffect(() => {
    const timer = setTimeout(() => save(), text === '' ? 0 : TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  // Whoever leaves the page within the pause has still typed it.
  useEffect(() => () => save(), [])
  return (
    <FilterInput
      label="Only callbacks that this filter shows"
      text={text}
      onType={setText}
      onChoose={setText}
      meanwhile="Forwarding goes on with the filter before."
    />
  )
}
