import { parseEnv } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readEnvText } from '#shared/messenger/env-text.ts'

function values(text: string): Record<string, string> {
  return Object.fromEntries(readEnvText(text).map(({ name, value }) => [name, value]))
}

describe('the variables of a .env file', () => {
  it.each([
    ['A=1', { A: '1' }],
    ['A = 1', { A: '1' }],
    ['export A=1', { A: '1' }],
    ['  A=1 # one', { A: '1' }],
    ['A="1 # one" # two', { A: '1 # one' }],
    ["A='x\\ny'", { A: 'x\\ny' }],
    ['A="x\\ny"', { A: 'x\ny' }],
    ['A=`it\'s "so"`', { A: 'it\'s "so"' }],
    ['A="x\ny"\nB=2', { A: 'x\ny', B: '2' }],
    ['A="open\nB=2', { A: '"open', B: '2' }],
    ['A=\nB=2', { A: '', B: '2' }],
    ['# A=1\n\nnothing\nB=2', { B: '2' }],
    ['A=x=y', { A: 'x=y' }],
    ['A: 1', { A: '1' }],
    ['https://example.com', {}],
  ])('%j', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it('says when a # without quotes is kept', () => {
    expect(readEnvText('A=x#y')).toEqual([{ name: 'A', value: 'x#y', remark: expect.stringContaining('#') }])
  })

  it('are what Node reads, for plain and quoted values', () => {
    const name = fc.stringMatching(/^[A-Z][A-Z0-9_]{0,8}$/)
    const plain = fc.stringMatching(/^[a-zA-Z0-9.:/+-]{1,12}$/)
    const value = fc.oneof(
      plain,
      plain.map((text) => `"${text}"`),
      fc.tuple(plain, plain).map(([one, two]) => `'${one}\n${two} # x'`),
      plain.map((text) => `${text} # a comment`),
    )
    const line = fc.tuple(fc.constantFrom('', 'export ', '  '), name, fc.constantFrom('=', ' = '), value)
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.map((parts) => parts.join('')).join('\n')
        expect(values(text)).toEqual({ ...parseEnv(text) })
      }),
    )
  })
})
