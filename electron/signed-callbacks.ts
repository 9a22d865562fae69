import { textMember } from '#shared/messenger/json-value.ts'
import { readSignatureToken } from '#shared/messenger/signature-token.ts'
import type { Profile } from '#shared/profile.ts'
import type { createSignatureJudge } from './vonage/signature-judge.ts'

type Judge = ReturnType<typeof createSignatureJudge>

/**
 * Notes which profile's callbacks arrive with a valid signature: the proof that everything up to this computer works.
 * Counts from the moment the profile came into use.
 */
export function createSignedCallbacks(deps: { readonly nowMs: () => number; readonly onChange: () => void }) {
  /** By API key and application id, as the signature's token names them. */
  const firstAtMs = new Map<string, number>()
  let used: { readonly id: string; readonly sinceMs: number } | null = null

  function note(headers: Parameters<Judge>[0]['headers'], receivedAtMs: number): void {
    const authorization = headers.find(([name]) => name.toLowerCase() === 'authorization')?.[1] ?? ''
    const token = readSignatureToken(authorization.replace(/^Bearer +/i, ''))
    const key = keyOf(textMember(token?.claims, 'api_key'), textMember(token?.claims, 'application_id'))
    const sinceMs = used?.sinceMs ?? 0
    if (receivedAtMs < sinceMs || (firstAtMs.get(key) ?? 0) >= sinceMs) return
    firstAtMs.set(key, receivedAtMs)
    deps.onChange()
  }

  return {
    /** The same judge, listened to. */
    watch(judge: Judge): Judge {
      return (request, countEarlier) => {
        const judgement = judge(request, countEarlier)
        if (judgement.state === 'valid') note(request.headers, request.receivedAtMs)
        return judgement
      }
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
