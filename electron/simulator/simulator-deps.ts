import type { SimulatedPerson, SimulatorSettings, SimulatorState } from '#shared/simulator.ts'
import type { CallbackSender, SignAs } from '../callback-sender/callback-sender.ts'
import type { Log } from '../log/log.ts'
import type { Clock } from '../tunnel/clock.ts'
import type { ChatEvent } from './chat-log.ts'
import type { Addresses } from './destination.ts'
import type { Identity } from './identity.ts'
import type { SimulatorApplication } from './simulator-application.ts'
import type { StatusDelays } from './status-sequence.ts'

export type SimulatorDeps = {
  readonly wantedPort: number
  /** Ports of the other servers of this app. */
  readonly avoidPorts: readonly number[]
  /** Its own application, which the Application API shows. */
  readonly application: SimulatorApplication
  /** Whose requests it takes; its own application first. */
  readonly identities: () => readonly Identity[]
  /** Who signs where nobody else does, and the name of that profile. */
  readonly signsAs: () => { readonly name: string; readonly signer: SignAs }
  readonly addresses: Addresses
  readonly settings: () => SimulatorSettings
  readonly people: {
    readonly stored: () => readonly SimulatedPerson[]
    readonly store: (people: readonly SimulatedPerson[]) => void
  }
  readonly sender: CallbackSender
  readonly clock: Clock
  readonly newUuid: () => string
  /** A whole number from 0 to 9. */
  readonly randomDigit: () => number
  readonly onChange: (state: SimulatorState) => void
  readonly onChat: (event: ChatEvent) => void
  readonly delaysMs?: StatusDelays
  readonly log?: Log
}
