import { randomUUID } from 'node:crypto'
import { createSessions } from './session/sessions.ts'
import { createPersonNames } from './settings/person-names.ts'
import type { SettingsService } from './settings/settings.ts'
import type { Store } from './store/store.ts'
import type { WorkbenchConfig } from './workbench-config.ts'
import type { WorkbenchEvents } from './workbench-events.ts'

type Deps = {
  readonly config: WorkbenchConfig
  readonly store: Store
  readonly settings: SettingsService
  readonly events: WorkbenchEvents
  readonly onChange: () => void
  readonly cleanup: AsyncDisposableStack
}

/** Exports and imports of what is stored. To be opened after the store. */
export function openSessions({ config, store, settings, events, onChange, cleanup }: Deps) {
  const names = createPersonNames({ settings, onChange })
  const sessions = createSessions({
    open: store.session,
    save: store.importBatch,
    names: names.list,
    nameThem: names.add,
    appVersion: config.version,
    files: config.sessionFiles ?? null,
    publish: (job) => events.sessions.publish({ kind: 'job', job }),
    newId: randomUUID,
    nowMs: () => Date.now(),
  })
  cleanup.defer(sessions.dispose)
  return sessions
}
