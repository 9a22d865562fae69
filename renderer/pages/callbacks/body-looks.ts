import type { ExactBody } from '#shared/callback.ts'
import { AT_ONCE_LENGTH } from './body/body-work.ts'
import { isJson } from './pretty-print-json.ts'

export type BodyLook = 'raw' | 'formatted' | 'hex'

const LABELS: Readonly<Record<BodyLook, string>> = { raw: 'Raw', formatted: 'Formatted', hex: 'Hex' }

/** The views that make sense for a body, the first one to begin with. Bytes that are no text can only be hex. */
export function bodyLooks(body: ExactBody): readonly { readonly value: BodyLook; readonly label: string }[] {
  if (body.encoding === 'base64') return withLabels(['hex'])
  const canFormat = body.text.length > AT_ONCE_LENGTH ? looksLikeJson(body.text) : isJson(body.text)
  return withLabels(canFormat ? ['raw', 'formatted', 'hex'] : ['raw', 'hex'])
}

/** Enough for a body too large to be parsed here. */
function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text)
}

function withLabels(looks: readonly BodyLook[]) {
  return looks.map((value) => ({ value, label: LABELS[value] }))
}
