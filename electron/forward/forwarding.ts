import type { ForwardSettings, ForwardView } from '#shared/forward.ts'
import type { StoredForwardSettings } from './forward-settings.ts'

type Deps = { readonly settings: StoredForwardSettings; readonly onChange: () => void }

export type Forwarding = ReturnType<typeof createForwarding>

/** Callbacks passed on as they arrive. */
export function createForwarding({ settings, onChange }: Deps) {
  return {
    view: (): ForwardView => ({
      settings: settings.get(),
      ...{ waiting: 0, underWay: 0, forwarded: 0, failed: 0, heldBack: 0 },
    }),
    save(change: ForwardSettings): void {
      settings.save(change)
      onChange()
    },
  }
}
