import type { WorkbenchError } from '#shared/errors.ts'
import type { Positioned } from '#shared/rpc.ts'
import type { Target, TargetHealth } from '#shared/target.ts'
import type { createLatest } from '../bridge/feed.ts'
import type { Clock } from '../tunnel/clock.ts'

const CHECK_EVERY_MS = 3_000

type HealthEvent = { readonly targets: { readonly targetId: string; readonly health: TargetHealth }[] }
type Latest = ReturnType<typeof createLatest<HealthEvent>>

type Deps = {
  /** Of the profile in use. */
  readonly targets: () => readonly Target[]
  readonly objectionTo: (target: Target) => WorkbenchError | null
  /** Connects and closes again. Never rejects; the signal ends it. */
  readonly tryConnect: (url: URL, signal: AbortSignal) => Promise<TargetHealth>
  readonly clock: Clock
  readonly latest: Latest
}

/** Whether the targets can be connected to, looked at every few seconds as long as somebody listens. */
export function createTargetHealth({ targets, objectionTo, tryConnect, clock, latest }: Deps) {
  let listeners = 0
  let watch: AbortController | null = null
  let cancelNext = () => {}

  async function healthOf(target: Target, signal: AbortSignal): Promise<TargetHealth> {
    const objection = objectionTo(target)?.explanation
    if (objection?.code === 'TARGET_HOST_NOT_ALLOWED') return { state: 'not-allowed' }
    if (objection !== undefined) return { state: 'does-not-connect', error: objection }
    return tryConnect(new URL(target.baseUrl), signal)
  }

  async function look(signal: AbortSignal): Promise<void> {
    const checked = await Promise.all(
      targets().map(async (target) => ({ targetId: target.id, health: await healthOf(target, signal) })),
    )
    if (signal.aborted) return
    latest.set({ targets: checked })
    cancelNext = clock.after(CHECK_EVERY_MS, () => void look(signal))
  }

  function stop(): void {
    watch?.abort()
    watch = null
    cancelNext()
  }

  function start(): void {
    stop()
    watch = new AbortController()
    void look(watch.signal)
  }

  return {
    async *subscribe(options: Parameters<Latest['subscribe']>[0]): AsyncGenerator<Positioned<HealthEvent>> {
      listeners += 1
      if (listeners === 1) start()
      try {
        yield* latest.subscribe(options)
      } finally {
        listeners -= 1
        if (listeners === 0) stop()
      }
    },
    /** Looks at once where somebody listens: targets have changed. */
    lookNow: () => {
      if (watch !== null) start()
    },
    dispose: stop,
  }
}
