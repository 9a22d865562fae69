/** Inside single quotes bash changes nothing; a single quote itself has to be written outside of them. */
export function bashQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** curl takes brackets and braces in a URL for patterns unless it is told not to. With a space in front, or empty. */
export function globbingOff(url: string): string {
  return /[[\]{}]/.test(url) ? ' --globoff' : ''
}
