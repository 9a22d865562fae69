/** The browser has read a file long before. */
const READ_AFTER_MS = 60_000

/** Hands a text to the person as a file: the browser's download, or the desktop's dialog. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), READ_AFTER_MS)
}
