/** What a condition asks of the full-text index. */
export type Expression = {
  readonly text: string
  /** The first events that have it are found without a look at others. */
  readonly isList: boolean
  /** Only events of the kinds that were left to choose from have it. */
  readonly isOfKinds: boolean
}

/** A full-text expression for events that have one of these. */
export function anyOf(texts: readonly string[]): string {
  return `(${texts.join(' OR ')})`
}

/** A full-text expression for events that have all of these and none of those; null where there is nothing to have. */
export function matchOf(wanted: readonly string[], unwanted: readonly string[]): string | null {
  if (wanted.length === 0) return null
  const all = wanted.join(' AND ')
  return unwanted.length === 0 ? all : `(${all}) NOT ${anyOf(unwanted)}`
}
