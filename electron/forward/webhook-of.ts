import type { Intake } from '../store/intake.ts'

/** The webhook that a captured request was for; null for what no webhook server would be sent: other paths, half bodies. */
export function webhookOf({ route, method, flaw }: Intake): 'inbound' | 'status' | null {
  if (route === 'other' || method !== 'POST' || flaw !== null) return null
  return route
}
