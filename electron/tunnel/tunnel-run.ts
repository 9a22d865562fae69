import type { Explanation } from '#shared/errors.ts'
import { explainTunnel } from '#shared/tunnel/explain-tunnel.ts'
import { LATER_DELAY_MS, retryDelayMs, retryOf } from '#shared/tunnel/retry-plan.ts'
import type { TunnelFailure } from '#shared/tunnel/tunnel-failure.ts'
import type { TunnelState } from '#shared/tunnel.ts'
import { type Check, createCheck } from './check.ts'
import type { Clock } from './clock.ts'
import type { Driver, Link } from './driver.ts'
import type { SelfTest } from './self-test.ts'

type Deps = {
  readonly driver: Driver
  readonly clock: Clock
  /** From 0 to 1. */
  readonly random: () => number
  readonly selfTest: Pick<SelfTest, 'run'>
  readonly onState: (state: TunnelState) => void
  /** The end of the run before this one. */
  readonly after: Promise<void>
}

/** How long a lost connection may take to come back by itself. */
const GRACE_MS = 3_000

/**
 * One run of the tunnel, from start to stop: rebuilds the link when it failed, fell silent or leads elsewhere, and says
 * "online" only while requests to the public address come back.
 */
export class TunnelRun {
  readonly #deps: Deps
  readonly #check: Check
  readonly #closing: Set<Promise<void>>
  #state: TunnelState
  #isOver = false
  #link: Link | null = null
  /** Which opening is under way; an older one that is still waiting gives up. */
  #opening = 0
  #url: string | null = null
  #attempt = 0
  #hasBeenOnline = false
  #outageSinceMs: number
  #onlineSinceMs = 0
  #stopWaiting = () => {}

  constructor(deps: Deps) {
    this.#deps = deps
    this.#closing = new Set([deps.after])
    this.#check = createCheck(deps)
    this.#outageSinceMs = deps.clock.nowMs()
    this.#state = { state: 'starting', sinceMs: this.#outageSinceMs }
    deps.onState(this.#state)
    this.#open()
  }

  /** The last public address, whether or not it can be reached now. */
  get url(): string | null {
    return this.#url
  }

  /** Tests an address that stands, or makes an attempt now. */
  tryNow(): void {
    const { state } = this.#state
    if (state === 'online' || state === 'checking') this.#check.now()
    else if (state !== 'starting') {
      this.#attempt = 0
      this.#open()
    }
  }

  /** What the link forwards to has moved: makes it anew. */
  rebuild(): void {
    this.#open()
  }

  /** Ends it at once, whatever it is doing. Resolves when nothing of it is left. */
  async stop(): Promise<void> {
    this.#isOver = true
    this.#closeLink()
    await Promise.all(this.#closing)
  }

  #tell(state: TunnelState): void {
    this.#state = state
    this.#deps.onState(state)
  }

  /** Opens a link once the one before is gone: two at a time would count as two agents. */
  #open(): void {
    this.#closeLink()
    if (this.#state.state === 'reconnecting') this.#tell({ ...this.#state, nextTryAtMs: null })
    if (this.#state.state === 'failed') this.#tell({ ...this.#state, nextTryAtMs: null, isTrying: true })
    const opening = this.#opening
    void Promise.all(this.#closing).then(() => {
      if (!this.#isOver && this.#opening === opening) this.#launch()
    })
  }

  #launch(): void {
    const isCurrent = () => this.#link === link
    const link: Link = this.#deps.driver.open(
      {
        onUrl: (url) => isCurrent() && this.#verify(url),
        onLost: () => isCurrent() && this.#waitForReturn(),
        onFailed: (failure) => isCurrent() && this.#fail(failure),
      },
      this.#url,
    )
    this.#link = link
  }

  #closeLink(): void {
    this.#opening += 1
    this.#stopWaiting()
    this.#check.stop()
    const closed = this.#link?.close()
    this.#link = null
    if (closed === undefined) return
    this.#closing.add(closed)
    void closed.finally(() => this.#closing.delete(closed))
  }

  #verify(url: string): void {
    this.#stopWaiting()
    this.#url = url
    const checking: TunnelState = { state: 'checking', url }
    this.#tell(checking)
    this.#check.start(url, {
      onAnswer: (latencyMs) => this.#online(url, latencyMs),
      onDoubt: () => {
        this.#beginOutage()
        this.#tell(checking)
      },
      onFailed: (failure) => this.#fail(failure),
    })
  }

  #beginOutage(): void {
    if (this.#state.state === 'online') this.#outageSinceMs = this.#deps.clock.nowMs()
  }

  #online(url: string, latencyMs: number): void {
    if (this.#state.state !== 'online') this.#onlineSinceMs = this.#deps.clock.nowMs()
    this.#hasBeenOnline = true
    this.#attempt = 0
    this.#tell({ state: 'online', url, sinceMs: this.#onlineSinceMs, latencyMs })
  }

  /** The link may come back by itself within seconds; only an answer at the public address proves it. */
  #waitForReturn(): void {
    const url = this.#url
    if (url === null || !this.#hasBeenOnline || this.#state.state === 'reconnecting') return
    this.#beginOutage()
    this.#tellReconnecting(explainTunnel({ kind: 'lost' }), null)
    this.#check.poll(url, () => this.#verify(url))
    this.#stopWaiting = this.#deps.clock.after(GRACE_MS, () => this.#fail({ kind: 'lost' }))
  }

  #fail(failure: TunnelFailure): void {
    this.#closeLink()
    this.#beginOutage()
    const { clock } = this.#deps
    this.#attempt += 1
    const explanation = explainTunnel(failure)
    const delayMs = this.#delayOf(failure)
    const nextTryAtMs = delayMs === null ? null : clock.nowMs() + delayMs
    if (this.#hasBeenOnline && delayMs !== null) this.#tellReconnecting(explanation, nextTryAtMs)
    else {
      const { code } = explanation
      this.#tell({
        state: 'failed',
        code,
        explanation,
        attempt: this.#attempt,
        nextTryAtMs,
        isTrying: false,
      })
    }
    if (delayMs !== null) this.#stopWaiting = clock.after(delayMs, () => this.#open())
  }

  #tellReconnecting(explanation: Explanation, nextTryAtMs: number | null): void {
    this.#tell({
      state: 'reconnecting',
      sinceMs: this.#outageSinceMs,
      attempt: this.#attempt,
      nextTryAtMs,
      explanation,
    })
  }

  /** Null: not by itself. */
  #delayOf(failure: TunnelFailure): number | null {
    const { clock, random } = this.#deps
    const retry = retryOf(failure)
    if (retry === 'never') return null
    // What this run itself held before its outage is free again within half a minute: no reason to wait longer.
    if (retry === 'later' && !this.#hasBeenOnline) return LATER_DELAY_MS
    return retryDelayMs(this.#attempt, clock.nowMs() - this.#outageSinceMs, random())
  }
}
