import { buildRequest } from './build-request.ts'
import { curlCommand } from './curl.ts'

/** Where a curl command sends its message and to whom. */
export type CurlTarget = { readonly baseUrl: string; readonly from: string; readonly to: string }

/** A live token in the forms people paste it. All of them are secrets until the token ends. */
export function tokenCopy(form: 'token' | 'header' | 'export', token: string): string {
  if (form === 'token') return token
  return form === 'header' ? `Authorization: Bearer ${token}` : `export JWT='${token}'`
}

/** A bash command that sends a text message with this token when pasted. */
export function tokenCurl(token: string, { baseUrl, from, to }: CurlTarget): string {
  const { path, bodyText } = buildRequest({
    version: 'v1',
    from,
    to,
    content: { type: 'text', text: 'Hello from Messenger Workbench' },
    category: '',
    tag: '',
    clientRef: '',
    webhookUrl: '',
    webhookVersion: '',
    bodyText: null,
  })
  return curlCommand({
    url: `${baseUrl.replace(/\/+$/, '')}${path}`,
    bodyText,
    token: { kind: 'live', token },
  })
}
