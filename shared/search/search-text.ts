import { isJsonObject, parseJson } from '../messenger/json-value.ts'
import type { CapturedRequest } from '../messenger/read-callback.ts'
import { readSignatureToken } from '../messenger/signature-token.ts'

type Captured = Pick<CapturedRequest, 'body' | 'path'> & {
  readonly headers: readonly (readonly [string, string])[]
}

/**
 * The text of a captured request that a free text search looks in: path, header values, and the body; of JSON its
 * member names and values, unescaped. A signature is left out, what its token claims is in.
 */
export function searchText({ path, headers, body }: Captured): string {
  const parts = [path, ...headers.map(([name, value]) => headerText(name, value))]
  const text = new TextDecoder().decode(body)
  const json = parseJson(text)
  if (json.ok) addValues(json.value, parts)
  else parts.push(text)
  return parts.join('\n')
}

function headerText(name: string, value: string): string {
  if (name.toLowerCase() !== 'authorization') return value
  const token = readSignatureToken(value.replace(/^Bearer +/i, ''))
  if (token === null) return value
  const claims: string[] = []
  addValues(token.claims, claims)
  return claims.join('\n')
}

/** Without recursion and spreading: a body may be nested deeper, and a list longer, than the call stack. */
function addValues(root: unknown, parts: string[]): void {
  const open: unknown[] = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string' || typeof value === 'number') parts.push(String(value))
    else if (Array.isArray(value)) for (const inner of value.toReversed()) open.push(inner)
    else if (isJsonObject(value)) {
      for (const [key, inner] of Object.entries(value).toReversed()) open.push(inner, key)
    }
  }
}
