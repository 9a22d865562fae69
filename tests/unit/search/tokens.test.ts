import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { queryTokens, tokensOf } from '#shared/search/tokens.ts'

describe('the tokens of a text', () => {
  it.each([
    ['words, without case and accents', 'Grüße, ÉLAN x_y', ['gruße', 'elan', 'x', 'y']],
    ['an id', 'aaaa1111-22bb', ['aaaa1111', '22bb']],
    ['pairs of Chinese', '你好世界', ['你好', '好世', '世界', '界']],
    ['pairs of Japanese beside Latin', 'iPhoneを買う', ['iphone', 'を買', '買う', 'う']],
    ['one Chinese character', '中', ['中']],
    ['Thai', 'ดี', ['ดี', 'ี']],
    ['pictures one by one', '👍🏽ok🇩🇪', ['👍', 'ok', '🇩', '🇪']],
    ['full-width letters', 'ＡＢＣ', ['abc']],
    ['nothing', ' .,-_"* \u0000 \ud800', []],
  ])('are %s', (_name, text, tokens) => {
    const got = tokensOf(text).filter((token) => !/^\p{Emoji_Modifier}$/u.test(token))
    expect(got).toEqual(tokens)
  })

  it('never hold what would be syntax of a search', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const token of tokensOf(text)) expect(token).not.toMatch(/[\s"*_^:()+A-Z-]/u)
      }),
    )
  })

  it('of tokens are the same tokens again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = tokensOf(text).filter((token) => queryTokens(token, false).length === 1)
        for (const word of words) expect(queryTokens(word, false)[0]?.text).toBe(word)
      }),
    )
  })
})

it('cuts plain text as it cuts any other', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'aZ09 _-.\n\u00a0"{'), maxLength: 150 })
  fc.assert(
    fc.property(plain, (text) => {
      expect(tokensOf(`${text} ß`)).toEqual([...tokensOf(text), 'ß'])
    }),
  )
})

describe('a query', () => {
  const script = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'你好世界買うのを'), minLength: 1, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...'abcÉ12'), minLength: 1, maxLength: 6 }),
    fc.constantFrom(' ', '-', '👍', 'ด', 'ี'),
  )
  const texts = fc.array(script, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))

  it('finds every beginning of every part of a text, between characters of scripts without spaces too', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const chars = [...text]
        const start = wordStartBefore(chars, from % chars.length)
        const part = chars.slice(start, start + 1 + (length % chars.length)).join('')
        fc.pre(!/(^|[^a-zÉ0-9])[a-zÉ0-9]$/.test(part))
        expect(isFound(tokensOf(text), queryTokens(part, true))).toBe(true)
      }),
    )
  })
})

/** A part that begins inside a Latin word is not looked for. */
function wordStartBefore(chars: readonly string[], at: number): number {
  let start = at
  while (start > 0 && /[a-zÉ0-9]/.test(chars[start] ?? '') && /[a-zÉ0-9]/.test(chars[start - 1] ?? ''))
    start -= 1
  return start
}

function isFound(tokens: readonly string[], query: ReturnType<typeof queryTokens>): boolean {
  return (
    tokens.some((_token, at) =>
      query.every(({ text, isOpen }, index) => {
        const token = tokens[at + index]
        return isOpen ? token?.startsWith(text) === true : token === text
      }),
    ) || query.length === 0
  )
}
