import { isObjectText, memberNamesAt, stringAt, valueTextAt } from '#shared/messenger/json-text.ts'
import type { InvalidParameter } from './api-answer.ts'

const MESSAGES = ['capabilities', 'messages']
const VERSIONS: readonly (string | null)[] = ['v1', 'v0.1']

/** What the API would not take of a new or replacing application. Source: Application API v2 specification. */
export function applicationFaults(text: string): readonly InvalidParameter[] {
  if (!isObjectText(text)) return [{ name: 'body', reason: 'must be a JSON object' }]
  const name = stringAt(text, ['name'])
  const version = [...MESSAGES, 'version']
  const isVersionKnown = valueTextAt(text, version) === null || VERSIONS.includes(stringAt(text, version))
  return [
    ...(name === null || name.trim() === '' ? [{ name: 'name', reason: 'is required' }] : []),
    ...(isVersionKnown ? [] : [{ name: version.join('.'), reason: 'must be v1 or v0.1' }]),
    ...addressFault(text, 'inbound_url'),
    ...addressFault(text, 'status_url'),
  ]
}

function addressFault(text: string, webhook: string): readonly InvalidParameter[] {
  const path = [...MESSAGES, 'webhooks', webhook]
  if (memberNamesAt(text, path) === null) return []
  const address = stringAt(text, [...path, 'address'])
  if (address === '') return []
  const isUrl = address !== null && /^https?:$/.test(URL.parse(address)?.protocol ?? '')
  return isUrl ? [] : [{ name: path.join('.'), reason: 'must be a valid URL' }]
}
