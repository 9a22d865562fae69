import { defaultRetention, type Pruned, type RetentionLimits } from '#shared/retention.ts'
import { createDurabilitySetting } from './durability.ts'
import type { createNotices } from './notices.ts'
import { createDeletions } from './retention/deletions.ts'
import { createRetentionPolicy } from './retention/retention.ts'
import type { SettingsService } from './settings/settings.ts'
import type { Store } from './store/store.ts'
import { storedNow } from './stored-now.ts'
import { systemClock } from './tunnel/clock.ts'
import type { WorkbenchConfig } from './workbench-config.ts'

type Deps = {
  readonly config: Pick<WorkbenchConfig, 'dataFolder'>
  readonly settings: SettingsService
  readonly store: Store
  readonly notices: ReturnType<typeof createNotices>
  readonly onChange: () => void
  readonly cleanup: AsyncDisposableStack
}

/** Keeps stored callbacks within the limits of the settings, from now on. */
export function openRetention({ config, settings, store, notices, onChange, cleanup }: Deps) {
  const retention = createRetentionPolicy({
    clock: systemClock,
    limits: () => settings.get().retention,
    stored: store.sizes,
    prune: store.prune,
    lastPruned: () => settings.get().lastPruned,
    onPruned(pruned) {
      // Whoever has never set a limit should learn of it before they miss something.
      const isNews = settings.get().lastPruned === null && isUsual(settings.get().retention)
      if (isNews) notices.add(firstPruned(pruned))
      settings.update({ lastPruned: pruned })
      onChange()
    },
    onTrouble: onChange,
  })
  cleanup.defer(async () => retention.dispose())
  retention.start()
  return {
    retention,
    durability: createDurabilitySetting({ settings, store }),
    deletions: createDeletions({ store, nowMs: systemClock.nowMs }),
    storedNow: () => storedNow(store, config.dataFolder),
  }
}

function isUsual({ maxCallbacks, maxAgeMs, maxBytes }: RetentionLimits): boolean {
  const usual = defaultRetention
  return maxCallbacks === usual.maxCallbacks && maxAgeMs === usual.maxAgeMs && maxBytes === usual.maxBytes
}

function firstPruned({ count }: Pruned) {
  return {
    code: 'CALLBACKS_PRUNED',
    what: `The oldest ${count === 1 ? 'callback was' : `${count.toLocaleString('en-GB')} callbacks were`} removed.`,
    why: 'More was stored than the limits allow. What is pinned or noted stays.',
    fix: 'Settings, Storage says how much is kept and for how long, and changes it.',
  } as const
}
