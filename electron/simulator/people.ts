import { WorkbenchError } from '#shared/errors.ts'
import type { SimulatedPerson } from '#shared/simulator.ts'

/** The Messenger users who can write to the simulator's Page, and whom it can reach, to begin with. Their ids are made up. */
export const SEEDED_PEOPLE = [
  { psid: '6418203957741120', name: 'Amara Okafor' },
  { psid: '7290541836620375', name: 'Linh Nguyễn' },
  { psid: '5836017429913468', name: 'Mateo Álvarez' },
] as const satisfies readonly SimulatedPerson[]

type Deps = {
  readonly stored: () => readonly SimulatedPerson[]
  readonly store: (people: readonly SimulatedPerson[]) => void
  /** A whole number from 0 to 9. */
  readonly randomDigit: () => number
}

const PSID_DIGITS = 16

/** The people who write to the simulator's Page. */
export function createPeople({ stored, store, randomDigit }: Deps) {
  function newPsid(): string {
    const digits = Array.from({ length: PSID_DIGITS }, (_, at) =>
      at === 0 ? 1 + (randomDigit() % 9) : randomDigit(),
    )
    const psid = digits.join('')
    return stored().some((one) => one.psid === psid) ? newPsid() : psid
  }

  /** Throws NOT_FOUND. */
  function find(psid: string): SimulatedPerson {
    const person = stored().find((one) => one.psid === psid)
    if (person === undefined) throw nobody()
    return person
  }

  return {
    all: stored,
    isKnown: (psid: string) => stored().some((one) => one.psid === psid),
    find,
    /** Throws NOT_FOUND when everybody was removed. */
    first(): SimulatedPerson {
      const [person] = stored()
      if (person === undefined) throw nobody()
      return person
    },
    /** Adds a person (psid null) or renames one. Throws NOT_FOUND. */
    save({ psid, name }: { readonly psid: string | null; readonly name: string }): string {
      if (psid === null) {
        const person = { psid: newPsid(), name }
        store([...stored(), person])
        return person.psid
      }
      find(psid)
      store(stored().map((one) => (one.psid === psid ? { ...one, name } : one)))
      return psid
    },
    /** Kept with the person: the 24-hour window outlives the app. */
    wrote(psid: string, lastWroteAtMs: number): void {
      store(stored().map((one) => (one.psid === psid ? { ...one, lastWroteAtMs } : one)))
    },
    /** Throws NOT_FOUND. */
    remove(psid: string): void {
      find(psid)
      store(stored().filter((one) => one.psid !== psid))
    },
  }
}

export type People = ReturnType<typeof createPeople>

function nobody(): WorkbenchError {
  return new WorkbenchError({
    code: 'NOT_FOUND',
    what: 'That person is not there.',
    why: 'No Messenger user of the simulator has this PSID.',
    fix: 'Choose or add one of the people on the Simulate page.',
  })
}
