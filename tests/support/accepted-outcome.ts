import type { SendOutcome } from '#shared/reply.ts'

/** A reply that the Messages API took. */
export function acceptedOutcome(messageUuid: string): SendOutcome {
  return {
    kind: 'accepted',
    httpStatus: 202,
    messageUuid,
    workflowId: null,
    responseBody: JSON.stringify({ message_uuid: messageUuid }),
    durationMs: 12,
  }
}
