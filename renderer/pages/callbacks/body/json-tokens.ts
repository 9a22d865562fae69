import { scanJson } from './scan-json.ts'

/** Where the coloured tokens of a text are: flat, so that hundreds of thousands cross from the worker at no cost. */
export type JsonTokens = {
  /** From and to of each token, in order. */
  readonly bounds: Uint32Array<ArrayBuffer>
  /** Places in `TOKEN_CLASSES`. */
  readonly kinds: Uint8Array<ArrayBuffer>
}

export const TOKEN_CLASSES = ['name', 'string', 'word'] as const
const NAME = 0
const STRING = 1
const WORD = 2

export const noTokens: JsonTokens = { bounds: new Uint32Array(), kinds: new Uint8Array() }

/** Member names, other strings, and words: numbers, true, false, null. */
export function jsonTokens(text: string): JsonTokens {
  const bounds: number[] = []
  const kinds: number[] = []
  scanJson(text, (kind, from, to) => {
    if (kind === 'colon' && kinds.at(-1) === STRING) kinds[kinds.length - 1] = NAME
    if (kind !== 'string' && kind !== 'word') return
    bounds.push(from, to)
    kinds.push(kind === 'string' ? STRING : WORD)
  })
  return { bounds: Uint32Array.from(bounds), kinds: Uint8Array.from(kinds) }
}

/** The first token that ends behind `position`; their number where there is none. */
export function tokenAt({ bounds }: JsonTokens, position: number): number {
  let low = 0
  let high = bounds.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle * 2 + 1] ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}
