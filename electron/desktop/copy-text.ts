import { clipboard } from 'electron'

/** Puts text on the clipboard; the page itself may not. */
export function copyText(text: string): Promise<void> {
  return clipboard.writeText(text)
}
