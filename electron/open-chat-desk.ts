import { createChatDesk } from './chat-desk.ts'
import { createPersonNames } from './settings/person-names.ts'
import type { SettingsService } from './settings/settings.ts'
import type { createSimulating } from './simulating.ts'
import type { Store } from './store/store.ts'
import type { WorkbenchEvents } from './workbench-events.ts'

type Deps = {
  readonly store: Store
  readonly settings: SettingsService
  readonly simulating: ReturnType<typeof createSimulating>
  readonly events: WorkbenchEvents
  readonly onChange: () => void
}

/** Conversations with the names of people and with what the simulator knows. */
export function openChatDesk({ store, settings, simulating, events, onChange }: Deps) {
  return createChatDesk({
    store,
    names: createPersonNames({ settings, onChange }),
    simulator: simulating.state,
    bubbles: () => (simulating.state().state === 'running' ? simulating.running().chat.all() : []),
    onRead: (id) => events.conversations.publish({ kind: 'changed', ids: [id] }),
  })
}
