/** Whether any of the fields contains the text, letter case aside. Empty text is contained everywhere. */
export function containsText(fields: readonly (string | null)[], text: string): boolean {
  const wanted = text.trim().toLowerCase()
  return wanted === '' || fields.some((field) => field?.toLowerCase().includes(wanted))
}
