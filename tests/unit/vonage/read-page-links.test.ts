import { expect, it } from 'vitest'
import { readPageLinks } from '#electron/vonage/read-page-links.ts'

const ACCOUNT =
  '{"provider":"messenger","external_id":12345678901234567,"name":"Shop","access_token":"EAAsecret","applications":["app-1",{"id":"app-2"},7]}'
const LINK = { pageId: '12345678901234567', name: 'Shop', applications: ['app-1', 'app-2'] }

it.each([
  ['in _embedded', `{"_embedded":{"accounts":[${ACCOUNT}]}}`],
  ['as a list', `[${ACCOUNT}]`],
])('reads accounts %s, and drops the token of the Page', (_, text) => {
  expect(readPageLinks(text)).toEqual([LINK])
})

it.each(['', 'null', '{}', '{"_embedded":{}}', '<html>'])('takes %s for no answer', (text) => {
  expect(readPageLinks(text)).toBeNull()
})
