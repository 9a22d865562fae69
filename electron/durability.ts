import type { Durability } from '#shared/retention.ts'
import type { SettingsService } from './settings/settings.ts'
import type { Store } from './store/store.ts'

type Deps = {
  readonly settings: Pick<SettingsService, 'get' | 'update'>
  readonly store: Pick<Store, 'setDurability'>
}

/** What an answered callback survives, as it is set. */
export function createDurabilitySetting({ settings, store }: Deps) {
  return {
    get: (): Durability => settings.get().durability,
    /** Kept, and in force from the next callback on. Throws when it cannot be stored. */
    save(durability: Durability): void {
      settings.update({ durability })
      store.setDurability(durability)
    },
  }
}
