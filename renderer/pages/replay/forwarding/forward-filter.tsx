import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { parseQuery } from '#shared/search/parse-query.ts'
import { FilterInput } from '../../../filter/filter-input.tsx'

const TYPING_PAUSE_MS = 400

type Props = {
  readonly filter: string
  readonly onChange: (filter: string) => void
}

/** Which callbacks are forwarded. What is written is saved after a pause, as long as it can be read. */
export function ForwardFilter({ filter, onChange }: Props) {
  const [text, setText] = useState(filter)
  /** What was written last: a filter that was changed elsewhere since then is not written over. */
  const written = useRef(filter)
  const save = useEffectEvent(() => {
    const wanted = text.trim()
    if (wanted === written.current || !parseQuery(wanted, Date.now()).ok) return
    written.current = wanted
    onChange(wanted)
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
