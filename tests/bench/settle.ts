import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

const LOOK_EVERY_MS = 300
/** Clock ticks (of 10 ms on Linux) a process may use between two looks and still count as idle. */
const IDLE_TICKS = 2
const LONGEST_MS = 120_000

/** Waits until a process has nothing to do any more, so that what is measured next does not share the processor with it. */
export async function settle(pid: number): Promise<void> {
  const deadlineMs = performance.now() + LONGEST_MS
  for (let before = ticksOf(pid); performance.now() < deadlineMs; ) {
    await delay(LOOK_EVERY_MS)
    const now = ticksOf(pid)
    if (now - before <= IDLE_TICKS) return
    before = now
  }
  throw new Error(`Process ${pid} is still busy after ${LONGEST_MS / 1_000} s.`)
}

/** User and system time. Source: proc(5), /proc/pid/stat, fields 14 and 15. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[11]) + Number(fields[12])
}
