const HIGHEST_PORT = 65_535

/** The port someone typed; null when it is none. */
export function readPort(typed: string): number | null {
  const text = typed.trim()
  if (!/^\d{1,5}$/.test(text)) return null
  const port = Number(text)
  return port <= HIGHEST_PORT ? port : null
}
