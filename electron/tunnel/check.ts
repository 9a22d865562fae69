import type { TunnelFailure } from '#shared/tunnel/tunnel-failure.ts'
import type { Clock } from './clock.ts'
import type { SelfTest, SelfTestResult } from './self-test.ts'

type Listeners = {
  /** The public address answered. */
  readonly onAnswer: (latencyMs: number) => void
  /** It did not, and is asked again at once. */
  readonly onDoubt: () => void
  /** It did not several times in a row; nothing more is asked. */
  readonly onFailed: (failure: TunnelFailure) => void
}

type Deps = { readonly clock: Clock; readonly selfTest: Pick<SelfTest, 'run'> }

type Judge = (result: SelfTestResult) => void

const REPEAT_MS = 30_000
const AGAIN_MS = 1_000
const POLL_MS = 300
/** A new address may take a moment to be known everywhere. */
const TRIES = 3

export type Check = ReturnType<typeof createCheck>

/** Asks the public address: three times before it gives up, then twice a minute. */
export function createCheck({ clock, selfTest }: Deps) {
  let current: AbortController | null = null
  let stopTimer = () => {}
  let askNow = () => {}

  function stop(): void {
    current?.abort()
    current = null
    stopTimer()
    stopTimer = () => {}
    askNow = () => {}
  }

  /** Runs one test; its result counts only if nothing has been stopped or started since. */
  function ask(url: string, judge: Judge): void {
    stopTimer()
    current?.abort()
    const mine = new AbortController()
    current = mine
    // run() turns every failure into a result.
    void selfTest.run(url, mine.signal).then((result) => {
      if (current === mine) judge(result)
    })
  }

  return {
    stop,
    /** Makes the next test now. */
    now: () => askNow(),
    start(url: string, listeners: Listeners): void {
      stop()
      let failures = 0
      const round = () =>
        ask(url, (result) => {
          failures = result.ok ? 0 : failures + 1
          const nextInMs = pauseAfter(failures)
          if (nextInMs !== null) stopTimer = clock.after(nextInMs, round)
          report(result, nextInMs === null, listeners)
        })
      askNow = round
      round()
    },
    /** Asks again and again until an answer comes. */
    poll(url: string, onBack: () => void): void {
      stop()
      const round = () =>
        ask(url, (result) => {
          if (result.ok) onBack()
          else stopTimer = clock.after(POLL_MS, round)
        })
      askNow = round
      round()
    },
  }
}

/** After so many failures in a row; null: no more. */
function pauseAfter(failures: number): number | null {
  if (failures === 0) return REPEAT_MS
  return failures < TRIES ? AGAIN_MS : null
}

function report(result: SelfTestResult, isLast: boolean, { onAnswer, onDoubt, onFailed }: Listeners): void {
  if (result.ok) onAnswer(result.latencyMs)
  else if (isLast) onFailed(result.failure)
  else onDoubt()
}
