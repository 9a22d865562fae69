import { FORWARD_QUEUE_LIMIT } from '#shared/forward.ts'

/** Why a callback that was to be passed on was not. */
export const heldBackReasons = {
  queueFull: `${FORWARD_QUEUE_LIMIT} callbacks were waiting already, because the target is slower than they come in. Replay it when the target keeps up.`,
  turnedOff:
    'Forwarding was turned off, or its target deleted, before its turn came. Replay it if you need it there.',
  otherProfile: 'Another profile came into use before its turn came. Replay it if you need it there.',
  closed: 'The app was closed before its turn came. Replay it if you need it there.',
} as const
