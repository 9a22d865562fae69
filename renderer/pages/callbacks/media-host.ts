/** The host and port that a URL leads to; null for what is not an http or https address. */
export function mediaHost(url: string): string | null {
  const parsed = URL.parse(url)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.host : null
}
