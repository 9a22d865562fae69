/** What keeps a text from being JSON, in the words of the parser; null for JSON. */
export function jsonFault(text: string): string | null {
  try {
    JSON.parse(text)
    return null
  } catch (reason) {
    return reason instanceof Error ? reason.message.replace(/\.$/, '') : String(reason)
  }
}
