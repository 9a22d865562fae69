import { randomUUID } from 'node:crypto'
import { wireError } from './bridge/wire-error.ts'
import type { createNotices } from './notices.ts'
import { createReplays } from './replay/replays.ts'
import type { Profiles } from './settings/profiles.ts'
import type { Secrets } from './settings/secrets.ts'
import type { Store } from './store/store.ts'
import { createTargetClient } from './targets/create-target-client.ts'
import type { Targets } from './targets/targets.ts'
import { systemClock } from './tunnel/clock.ts'
import type { WorkbenchConfig } from './workbench-config.ts'
import type { WorkbenchEvents } from './workbench-events.ts'

type Deps = {
  readonly config: WorkbenchConfig
  readonly store: Store
  readonly profiles: Profiles
  readonly secrets: Secrets
  readonly targets: Targets
  readonly events: WorkbenchEvents
  readonly notices: ReturnType<typeof createNotices>
  readonly cleanup: AsyncDisposableStack
}

/** Captured callbacks sent to the developer's own webhook server again. To be opened after the store. */
export function openReplays({ config, store, profiles, secrets, targets, events, notices, cleanup }: Deps) {
  const client = createTargetClient()
  cleanup.defer(client.dispose)
  const replays = createReplays({
    store: {
      ...store.replays,
      saveProgress: (run, results) => store.saveTargetDeliveries(results, () => store.replays.saveRun(run)),
      intake: store.intake,
    },
    targets,
    client,
    signAs() {
      const { id, apiKey, applicationId } = profiles.active()
      const signatureSecret = secrets.get(id, 'signatureSecret')
      return signatureSecret === null ? null : { apiKey, applicationId, signatureSecret }
    },
    publish: (run) => events.replays.publish({ kind: 'run', run }),
    onFailure(err) {
      config.log.error({ err }, 'A replay was interrupted.')
      const { what, why, fix } = wireError(err)
      notices.add({
        code: 'REPLAY_INTERRUPTED',
        what: 'A replay was interrupted.',
        why: `${what} ${why}`,
        fix,
      })
    },
    clock: systemClock,
    newUuid: randomUUID,
  })
  cleanup.defer(replays.dispose)
  return replays
}
