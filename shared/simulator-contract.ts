import { z } from 'zod'
import { ApiVersion } from './callback.ts'
import { call, stream } from './rpc.ts'
import {
  CallbackFault,
  ChatBubble,
  RetryClockSpeed,
  SimulatedMessage,
  SimulatorSettings,
} from './simulator.ts'

const Nothing = z.object({})

/** The part of the contract that plays Messenger users and Vonage. All of it throws SIMULATOR_NOT_RUNNING. */
export const simulatorContract = {
  /**
   * A Messenger user (the first one for null) writes to the simulator's Page: POSTs a signed callback to the
   * simulator's destination, in the format it is set to unless `version` says otherwise.
   */
  simulateInbound: call(
    z.object({
      psid: z.string().nullable(),
      message: SimulatedMessage,
      version: ApiVersion.nullable(),
      fault: CallbackFault.nullable(),
    }),
    z.object({ messageUuid: z.string() }),
  ),
  saveSimulatorSettings: call(SimulatorSettings, Nothing),
  /** Adds a person (psid null), who gets a PSID of their own, or renames one. */
  saveSimulatedPerson: call(
    z.object({ psid: z.string().nullable(), name: z.string().trim().min(1).max(80) }),
    z.object({ psid: z.string() }),
  ),
  removeSimulatedPerson: call(z.object({ psid: z.string() }), Nothing),

  /** Oldest first, of all people. */
  chat: call(Nothing, z.object({ bubbles: z.array(ChatBubble) })),
  clearChat: call(Nothing, Nothing),
  chatEvents: stream(
    Nothing,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reset') }),
      /** New, or with more progress. */
      z.object({ kind: z.literal('bubble'), bubble: ChatBubble }),
    ]),
  ),

  setRetryClock: call(z.object({ speed: RetryClockSpeed }), Nothing),
  /** Moves the clock to the next retry that is due. */
  stepRetryClock: call(Nothing, Nothing),
  /** Gives up all retries. */
  dropRetries: call(Nothing, Nothing),
} as const
