import { expect, it } from 'vitest'
import { curlCommand } from '#shared/messenger/curl.ts'

const URL_OF_V1 = 'https://api.nexmo.com/v1/messages'

it('writes one header a line and quotes every part', () => {
  const command = curlCommand({
    url: URL_OF_V1,
    bodyText: '{"text":"It\'s here"}',
    token: { kind: 'live', token: 'a.b.c' },
  })
  expect(command).toBe(
    [
      "curl --request POST 'https://api.nexmo.com/v1/messages' \\",
      "  --header 'Authorization: Bearer a.b.c' \\",
      "  --header 'Content-Type: application/json' \\",
      "  --header 'Accept: application/json' \\",
      `  --data-raw '{"text":"It'\\''s here"}'`,
    ].join('\n'),
  )
})

it('leaves the placeholder to the shell', () => {
  const command = curlCommand({ url: URL_OF_V1, bodyText: '{}', token: { kind: 'placeholder' } })
  expect(command).toContain('--header "Authorization: Bearer $JWT"')
})
