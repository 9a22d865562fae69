import type { Profile } from '#shared/profile.ts'
import type { DerivedCallback } from './store/derive.ts'

/**
 * Notes which profile's callbacks arrive with a valid signature: the proof that everything up to this computer works.
 * Counts from the moment the profile came into use.
 */
export function createSignedCallbacks(deps: { readonly nowMs: () => number; readonly onChange: () => void }) {
  /** By API key and application id, as the signature's token names them. */
  const firstAtMs = new Map<string, number>()
  let used: { readonly id: string; readonly sinceMs: number } | null = null

  function note({ apiKey, applicationId, receivedAtMs }: DerivedCallback): void {
    const key = keyOf(apiKey, applicationId)
    const sinceMs = used?.sinceMs ?? 0
    if (receivedAtMs < sinceMs || (firstAtMs.get(key) ?? 0) >= sinceMs) return
    firstAtMs.set(key, receivedAtMs)
    deps.onChange()
  }

  return {
    /** Callbacks that have been judged. */
    judged(callbacks: readonly DerivedCallback[]): void {
      for (const callback of callbacks) if (callback.signature === 'valid') note(callback)
    },
    /** When the profile in use got the first one, null for not yet. Another profile starts its time anew. */
    firstOf({ id, apiKey, applicationId }: Profile): number | null {
      if (used?.id !== id) used = { id, sinceMs: deps.nowMs() }
      const { sinceMs } = used
      const times = [keyOf(apiKey, applicationId), keyOf(apiKey, null)].map((key) => firstAtMs.get(key) ?? 0)
      return times.find((atMs) => atMs > 0 && atMs >= sinceMs) ?? null
    },
  }
}

function keyOf(apiKey: string | null, applicationId: string | null): string {
  return `${apiKey ?? ''} ${applicationId ?? ''}`
}
