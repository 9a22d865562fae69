import type { SimulatedPerson, SimulatorRequest } from '#shared/simulator.ts'

/** What kind of message was asked for, and to whom; null where neither could be read. */
export function messageWords(
  { to, messageType }: Pick<SimulatorRequest, 'to' | 'messageType'>,
  people: readonly SimulatedPerson[],
): string | null {
  const name = people.find(({ psid }) => psid === to)?.name ?? to
  if (name === null) return messageType
  return `${messageType ?? 'message'} to ${name}`
}

/** Whose credentials a request came with. */
export function whoWords(who: SimulatorRequest['who']): string {
  if (who === null) return 'by nobody known'
  return who.kind === 'application' ? `by application ${who.id}` : `by API key ${who.id}`
}
