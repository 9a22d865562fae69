import { useState } from 'react'

/** A React key for an object: another one for another object. */
export function useKeyOf(value: object): number {
  const [keyed, setKeyed] = useState({ value, key: 0 })
  if (keyed.value === value) return keyed.key
  const next = { value, key: keyed.key + 1 }
  setKeyed(next)
  return next.key
}
