import { expect, it } from 'vitest'
import { TargetInput, usualTarget } from '#shared/target.ts'

it.each(['http://user:secret@localhost:3000', 'http://user@localhost:3000', 'https://:secret@bot.example'])(
  'a base URL with a name or password in it is not taken, and not quoted: %s',
  (baseUrl) => {
    const { error } = TargetInput.safeParse({ ...usualTarget, id: null, baseUrl })
    expect(error?.issues).toMatchObject([
      { path: ['baseUrl'], message: expect.stringMatching(/^Leave the user name and password out/) },
    ])
    expect(JSON.stringify(error?.issues)).not.toContain('secret')
  },
)

it.each(['http://localhost:3000/a@b', 'https://bot.example', 'http://[::1]:3000/?a=b@c'])(
  'a base URL without them is taken: %s',
  (baseUrl) => {
    expect(TargetInput.safeParse({ ...usualTarget, id: null, baseUrl }).success).toBe(true)
  },
)
