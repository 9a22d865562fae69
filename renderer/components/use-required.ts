import { type Context, useContext } from 'react'

/** The value of a context that must have a provider. */
export function useRequired<T>(context: Context<T | null>): T {
  const value = useContext(context)
  if (value === null) throw new Error('A component is used outside the provider it needs.')
  return value
}
