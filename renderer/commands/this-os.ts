import { type Os, osOf } from './key-chord.ts'

/** The system this page runs on, as far as keys go. */
export function thisOs(): Os {
  return osOf(navigator.platform)
}
