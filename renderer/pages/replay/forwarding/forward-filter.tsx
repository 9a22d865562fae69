import { useEffect, useEffectEvent, useState } from 'react'
import type { CallbackFilter } from '#shared/callback.ts'
import { CallbackFilterFields } from '../callback-filter-fields.tsx'
import styles from './forwarding.module.css'

const TYPING_PAUSE_MS = 400

type Props = {
  readonly filter: CallbackFilter
  readonly onChange: (filter: CallbackFilter) => void
}

/** Which callbacks are forwarded. A kind is saved at once, a text after a pause of typing. */
export function ForwardFilter({ filter, onChange }: Props) {
  const [text, setText] = useState(filter.text)
  const save = useEffectEvent(() => {
    if (text !== filter.text) onChange({ ...filter, text })
  })
  useEffect(() => {
    const timer = setTimeout(() => save(), text === '' ? 0 : TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  // Whoever leaves the page within the pause has still typed it.
  useEffect(() => () => save(), [])
  return (
    <fieldset className={styles.group}>
      <legend>Which callbacks</legend>
      <CallbackFilterFields
        filter={{ ...filter, text }}
        onChange={(next) => (next.text === text ? onChange(next) : setText(next.text))}
      />
    </fieldset>
  )
}
