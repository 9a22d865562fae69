import type { SimulatedPerson } from '#shared/simulator.ts'

/** The Page of the simulator's business. Page and people ids are made up; real ones look the same. */
export const SIMULATOR_PAGE_ID = '1078330640641367'

/** The Messenger users who can write to that Page, and whom it can reach. */
export const SEEDED_PEOPLE = [
  { psid: '6418203957741120', name: 'Amara Okafor' },
  { psid: '7290541836620375', name: 'Linh Nguyễn' },
  { psid: '5836017429913468', name: 'Mateo Álvarez' },
] as const satisfies readonly SimulatedPerson[]
