import { expect, it } from 'vitest'
import { createLeadsHere } from '#electron/targets/leads-here.ts'

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  '127.0.0.1.nip.example': ['127.0.0.1'],
  'six.example': ['::1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'either.example': ['192.0.2.1', '127.0.0.1'],
  'any.example': ['0.0.0.0'],
  'far.example': ['192.0.2.1', '2001:db8::1'],
}

const cases: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['http://127.0.0.1.nip.example:4180', 'TARGET_IS_HERE', ['127.0.0.1.nip.example']],
  ['http://six.example:4181/x', 'TARGET_IS_HERE', ['six.example']],
  ['http://mapped.example:4180', 'TARGET_IS_HERE', ['mapped.example']],
  ['http://either.example:4180', 'TARGET_IS_HERE', ['either.example']],
  ['http://any.example:4180', 'TARGET_IS_HERE', ['any.example']],
  ['http://far.example:4180', null, ['far.example']],
  ['http://nobody.example:4180', null, ['nobody.example']],
  ['http://127.0.0.1.nip.example:3000', null, []],
  ['http://127.0.0.1.nip.example', null, []],
  ['http://192.168.1.5:4180', null, []],
  ['http://[2001:db8::1]:4180', null, []],
]
it.each(cases)('%s: %s', async (baseUrl, code, expected) => {
  const lookedUp: string[] = []
  const leadsHere = createLeadsHere({
    ownPorts: () => [4180, 4181],
    lookUp: async (hostname) => {
      lookedUp.push(hostname)
      const found = ADDRESSES[hostname]
      if (found === undefined) throw new Error('ENOTFOUND')
      return found
    },
  })
  expect((await leadsHere({ baseUrl }))?.explanation.code ?? null).toBe(code)
  expect(lookedUp).toEqual(expected)
})
