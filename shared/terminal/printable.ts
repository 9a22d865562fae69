/**
 * What a terminal acts on instead of showing it: control characters (ESC begins its commands, and so do some of U+0080 to
 * U+009F), and what reorders or hides text.
 */
const ACTING = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu
const SPACE = /[\t\n\r\u2028\u2029]+/g

/** One line that only shows: what strangers wrote must not command a terminal. Line breaks become spaces. */
export function printable(text: string): string {
  return text.toWellFormed().replace(SPACE, ' ').replace(ACTING, '\ufffd')
}

/** A value as one line of JSON, the same value for every reader, in which a terminal finds nothing to act on. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(
    ACTING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
