import { randomUUID } from 'node:crypto'
import { createApiToken } from '../vonage/api-token.ts'
import { type ProfileWish, profileFor } from './profile-for.ts'
import type { Terminal } from './terminal.ts'

/**
 * Prints a token for the Messages API, good for 15 minutes, and nothing else.
 * Throws NOT_FOUND, KEY_MISSING, SECRET_UNREADABLE, KEY_UNUSABLE or APPLICATION_ID_MISSING.
 */
export async function printToken(wish: ProfileWish, terminal: Terminal): Promise<void> {
  const { profile, credentials } = await profileFor(wish)
  const key = credentials.keyOf(profile)
  const made = await createApiToken(
    { key, applicationId: profile.applicationId },
    { nowMs: () => Date.now(), newUuid: randomUUID },
  )
  await terminal.print(made.token)
}
