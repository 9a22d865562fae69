import type { PageLink } from '#shared/addresses.ts'
import { isJsonObject, member, parseJson, textMember } from '#shared/messenger/json-value.ts'

/**
 * The linked Pages out of an answer of the accounts API; null when the text is no such answer. Page ids of 17 digits
 * come back whole. Everything else, the access token of each Page above all, is left behind.
 */
export function readPageLinks(text: string): readonly PageLink[] | null {
  const json = parseJson(text)
  const accounts = json.ok ? accountsOf(json.value) : null
  return (
    accounts?.flatMap((account: unknown) => {
      const pageId = textMember(account, 'external_id')
      if (pageId === null) return []
      const linked = member(account, 'applications')
      const applications = Array.isArray(linked) ? linked.flatMap(applicationId) : []
      return [{ pageId, name: textMember(account, 'name') ?? '', applications }]
    }) ?? null
  )
}

/** Documented in `_embedded.accounts`; the preview also answered with a bare list. */
function accountsOf(answer: unknown): readonly unknown[] | null {
  if (Array.isArray(answer)) return answer
  const accounts = member(member(answer, '_embedded'), 'accounts') ?? member(answer, 'accounts')
  return Array.isArray(accounts) ? accounts : null
}

function applicationId(linked: unknown): readonly string[] {
  if (typeof linked === 'string') return [linked]
  const id = isJsonObject(linked) ? (textMember(linked, 'id') ?? textMember(linked, 'application_id')) : null
  return id === null ? [] : [id]
}
