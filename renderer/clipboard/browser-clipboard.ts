/** Puts text on the clipboard from a browser page. Throws when the browser refuses both ways. */
export async function copyInBrowser(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Absent outside secure contexts, and refused without focus or permission: the old way needs neither.
    if (!copyThroughSelection(text)) throw new Error('The browser refused access to the clipboard.')
  }
}

function copyThroughSelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('aria-hidden', 'true')
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return isCopied
}
