type ReviverContext = { readonly source?: string }

/** A JSON object whose members are not known yet. */
export type JsonObject = Readonly<Record<string, unknown>>

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string }

/**
 * Parses JSON without losing digits: a number that a double cannot hold exactly (an id of 17 digits, say) comes back as
 * the text it was written in. Never throws.
 */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value: LONG_NUMBER.test(text) ? withAllDigits(text, value) : value }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'It is not JSON.' }
  }
}

/** A number of 16 digits or more that stands where a value can stand. Inside a text it only costs a second look. */
const LONG_NUMBER = /[:[,]\s*-?\d{16}/

function withAllDigits(text: string, value: unknown): unknown {
  try {
    return JSON.parse(text, keepDigits)
  } catch {
    // A reviver recurses where plain parsing does not: thousands of levels deep, digits matter to nobody.
    return value
  }
}

function keepDigits(_key: string, value: unknown, context?: ReviverContext): unknown {
  const isInexact = typeof value === 'number' && !Number.isSafeInteger(value)
  return isInexact && /^-?\d+$/.test(context?.source ?? '') ? context?.source : value
}

/** Whether a parsed value is an object with members: neither null nor a list. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member itself, never one inherited from Object.prototype. */
export function member(object: unknown, key: string): unknown {
  return isJsonObject(object) && Object.hasOwn(object, key) ? object[key] : undefined
}

/** A member that should be text. Numbers are taken as written; anything else, and empty text, is null. */
export function textMember(object: unknown, key: string): string | null {
  const value = member(object, key)
  if (typeof value === 'string') return value === '' ? null : value
  return typeof value === 'number' ? String(value) : null
}
