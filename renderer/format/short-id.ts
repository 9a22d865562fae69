const KEPT_WHOLE = 12
const KEPT_EACH_SIDE = 4

/** First and last four characters of a long id: `1111…1111`. Short ids stay whole. */
export function shortId(id: string): string {
  const characters = [...id]
  if (characters.length <= KEPT_WHOLE) return id
  return `${characters.slice(0, KEPT_EACH_SIDE).join('')}…${characters.slice(-KEPT_EACH_SIDE).join('')}`
}
