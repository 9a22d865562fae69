import type { PersonName } from '#shared/chats.ts'
import type { SettingsService } from './settings.ts'

/** So many people nobody names by hand. */
const MOST_NAMES = 5_000

type Deps = { readonly settings: SettingsService; readonly onChange: () => void }

/** Names given to PSIDs: kept with the settings, so they outlive the callbacks. */
export function createPersonNames({ settings, onChange }: Deps) {
  const list = (): readonly PersonName[] =>
    settings.get().personNames.map(({ psid, name }) => ({ psid, name }))
  return {
    list,
    /** An empty name takes the name away. */
    set(psid: string, name: string): void {
      const others = settings.get().personNames.filter((one) => one.psid !== psid)
      const personNames = name === '' ? others : [...others, { psid, name }].slice(-MOST_NAMES)
      settings.update({ personNames })
      onChange()
    },
    /** Names those who have none yet, as far as there is room. */
    add(names: readonly PersonName[]): void {
      const known = new Set(list().map(({ psid }) => psid))
      const fresh = names.filter(({ psid, name }) => name !== '' && !known.has(psid))
      if (fresh.length === 0) return
      settings.update({ personNames: [...settings.get().personNames, ...fresh].slice(0, MOST_NAMES) })
      onChange()
    },
  }
}

export type PersonNames = ReturnType<typeof createPersonNames>
