import { keep, readKept } from '../state/kept-here.ts'

const KEY = 'recent-commands'
const MOST = 5

/** The ids with this one in front, and not more than are shown. */
export function withRecent(recent: readonly string[], id: string): readonly string[] {
  return [id, ...recent.filter((other) => other !== id)].slice(0, MOST)
}

/** Ids of the commands run last from the palette, the latest first, kept in this browser. */
export function recentCommands(): readonly string[] {
  return (readKept(KEY) ?? '').split(' ').filter((id) => id !== '')
}

export function keepRecent(id: string): void {
  keep(KEY, withRecent(recentCommands(), id).join(' '))
}
