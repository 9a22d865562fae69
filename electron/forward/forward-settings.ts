import type { ForwardSettings } from '#shared/forward.ts'
import { everything } from '#shared/search/filter-text.ts'
import { type Target, usualTargetId } from '#shared/target.ts'
import type { SettingsService } from '../settings/settings.ts'

type Deps = {
  readonly settings: SettingsService
  readonly activeProfileId: () => string
  /** Of the profile in use. */
  readonly targets: () => readonly Target[]
}

export type StoredForwardSettings = ReturnType<typeof createForwardSettings>

/** How callbacks are passed on, per profile; off until it is turned on. */
export function createForwardSettings({ settings, activeProfileId, targets }: Deps) {
  /** Until one is chosen: the first that was entered, or else the one that was there from the beginning. */
  function unchosenId(): string {
    const usualId = usualTargetId(activeProfileId())
    return (targets().find(({ id }) => id !== usualId) ?? targets()[0])?.id ?? ''
  }

  const storedNow = () => settings.get().forwards[activeProfileId()]

  return {
    /** How callbacks are passed on now; null: they are not. Asked for every callback before it is answered. */
    mode(): ForwardSettings['mode'] | null {
      const stored = storedNow()
      const isOn = stored?.isOn === true && targets().some(({ id }) => id === stored.targetId)
      return isOn ? stored.mode : null
    },
    /** Of the profile in use. Forwarding to a target that is gone is off. */
    get(): ForwardSettings {
      const stored = storedNow()
      if (stored === undefined) return { ...usual, targetId: unchosenId() }
      const { isOn, targetId, mode, filter, isUnverifiedAllowed } = stored
      const isThere = targets().some(({ id }) => id === targetId)
      return {
        isOn: isOn && isThere,
        targetId: isThere ? targetId : unchosenId(),
        ...{ mode, filter, isUnverifiedAllowed },
      }
    },
    save(change: ForwardSettings): void {
      const { forwards } = settings.get()
      const stored = forwards[activeProfileId()]
      settings.update({ forwards: { ...forwards, [activeProfileId()]: { ...stored, ...change } } })
    },
  }
}

const usual = {
  isOn: false,
  mode: 'acknowledge-first',
  filter: everything,
  isUnverifiedAllowed: false,
} as const satisfies Omit<ForwardSettings, 'targetId'>
