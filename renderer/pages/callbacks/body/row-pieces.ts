import { type JsonTokens, TOKEN_CLASSES, tokenAt } from './json-tokens.ts'

/** A stretch of a row that looks the same throughout. */
export type RowPiece = {
  readonly from: number
  readonly to: number
  readonly token: (typeof TOKEN_CLASSES)[number] | null
  readonly found: 'current' | 'other' | null
}

export type FoundPlace = { readonly from: number; readonly to: number; readonly isCurrent: boolean }

type Stretch = { readonly from: number; readonly to: number }

/** Cuts a row where its colours or what was found in it begin and end. `found` is in order and does not overlap. */
export function rowPieces(
  { from, to }: Stretch,
  tokens: JsonTokens,
  found: readonly FoundPlace[],
): readonly RowPiece[] {
  const inRow = found.filter((place) => place.from < to && place.to > from)
  const cuts = new Set([from, to])
  for (let index = tokenAt(tokens, from); (tokens.bounds[index * 2] ?? to) < to; index += 1) {
    cuts.add(Math.max(from, tokens.bounds[index * 2] ?? from))
    cuts.add(Math.min(to, tokens.bounds[index * 2 + 1] ?? to))
  }
  for (const place of inRow) {
    cuts.add(Math.max(from, place.from))
    cuts.add(Math.min(to, place.to))
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const place = inRow.find((candidate) => candidate.from <= start && candidate.to > start)
    return {
      from: start,
      to: sorted[index + 1] ?? to,
      token: tokenNameAt(tokens, start),
      found: place === undefined ? null : place.isCurrent ? 'current' : 'other',
    }
  })
}

function tokenNameAt(tokens: JsonTokens, position: number): RowPiece['token'] {
  const index = tokenAt(tokens, position)
  if ((tokens.bounds[index * 2] ?? Number.POSITIVE_INFINITY) > position) return null
  return TOKEN_CLASSES[tokens.kinds[index] ?? -1] ?? null
}
