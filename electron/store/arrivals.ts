import type { DerivedCallback } from './derive.ts'
import type { StoredIntake } from './intake.ts'

/** A delivery that has just come in and been read, repeats included. */
export type Arrival = { readonly intake: StoredIntake; readonly callback: DerivedCallback }

type Listener = (arrivals: readonly Arrival[]) => void

/** Tells listeners of callbacks that came in, each with what was captured. */
export function createArrivals(intakeOf: (seq: number) => StoredIntake | null) {
  const listeners = new Map<Listener, () => boolean>()
  return {
    /** `isWanted`: asked each time, since what was captured has to be read from the file. */
    listen(listener: Listener, isWanted: () => boolean = () => true): () => void {
      listeners.set(listener, isWanted)
      return () => void listeners.delete(listener)
    },
    tell(callbacks: readonly DerivedCallback[]): void {
      const wanting = [...listeners].flatMap(([listener, isWanted]) => (isWanted() ? [listener] : []))
      if (wanting.length === 0) return
      const arrived = callbacks.flatMap((callback) => {
        const intake = intakeOf(callback.seq)
        return intake === null ? [] : [{ intake, callback }]
      })
      for (const listener of wanting) listener(arrived)
    },
  }
}
