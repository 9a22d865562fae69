import type { ReplayPace } from '#shared/replay.ts'
import type { Clock } from '../tunnel/clock.ts'
import { pauseUntil } from './pause.ts'

/** With gaps, a slow target does not hold up the next one; this many unanswered ones do. */
const MOST_UNANSWERED = 64

export type PacedItem = {
  /** When it is due after the start, unless it is sent as fast as possible. */
  readonly dueMs: number
  /** Whose it is; null for nobody's. */
  readonly person: string | null
}

type Sending<T extends PacedItem> = {
  /** Asked for the next one only when there is room for it. */
  readonly items: AsyncIterator<T, undefined>
  readonly pace: ReplayPace
  readonly send: (item: T) => Promise<void>
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** Sends items in their order at the pace asked for. Resolves when all have ended; after an abort no more are begun. */
export async function sendInPace<T extends PacedItem>(sending: Sending<T>): Promise<void> {
  const { pace } = sending
  if (pace.kind !== 'fast') return atTheirTimes(sending)
  const send = pace.order === 'person' ? inTurnPerPerson(sending.send) : sending.send
  const lanes = pace.order === 'all' ? 1 : pace.concurrency
  await allEnded(Array.from({ length: lanes }, () => oneAfterTheOther({ ...sending, send })))
}

async function oneAfterTheOther<T extends PacedItem>({ items, send, signal }: Sending<T>): Promise<void> {
  while (!signal.aborted) {
    const { value: item } = await items.next()
    if (item === undefined) return
    await send(item)
  }
}

/** An item waits, in its lane, until the one before it of the same person has ended. */
function inTurnPerPerson<T extends PacedItem>(send: (item: T) => Promise<void>): (item: T) => Promise<void> {
  const lastOf = new Map<string, Promise<void>>()
  return async (item) => {
    const { person } = item
    if (person === null) return send(item)
    const before = lastOf.get(person) ?? Promise.resolve()
    const own = before.then(() => send(item))
    lastOf.set(person, own)
    await own
    if (lastOf.get(person) === own) lastOf.delete(person)
  }
}

async function atTheirTimes<T extends PacedItem>({ items, send, clock, signal }: Sending<T>): Promise<void> {
  const startMs = clock.nowMs()
  const unanswered = new Set<Promise<void>>()
  const begin = async () => {
    for (let next = await items.next(); next.value !== undefined; next = await items.next()) {
      await pauseUntil(startMs + next.value.dueMs, clock, signal)
      if (unanswered.size >= MOST_UNANSWERED) await Promise.race(unanswered)
      if (signal.aborted) return
      const one = send(next.value).finally(() => unanswered.delete(one))
      unanswered.add(one)
    }
  }
  const begun = begin()
  await begun.catch(() => undefined)
  await allEnded([begun, ...unanswered])
}

/** Waits for all, also where one fails; then fails as it did. */
async function allEnded(work: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(work)
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}
