import type { AddressChange } from '../addresses.ts'
import {
  isObjectText,
  memberNamesAt,
  stringAt,
  valueTextAt,
  withoutMemberAt,
  withValueAt,
} from './json-text.ts'

const MESSAGES = ['capabilities', 'messages'] as const
/** Where the Application API keeps what pointing changes. Source: Application API v2 specification, `capabilities`. */
const PATHS: Readonly<Record<AddressChange['what'], readonly string[]>> = {
  inbound: [...MESSAGES, 'webhooks', 'inbound_url', 'address'],
  status: [...MESSAGES, 'webhooks', 'status_url', 'address'],
  version: [...MESSAGES, 'version'],
}
const ORDER = ['inbound', 'status', 'version'] as const

export type PointTarget = {
  readonly inbound: string
  readonly status: string
  /** Null leaves the version as it is. */
  readonly version: string | null
}

export type PointPlan =
  | {
      readonly ok: true
      readonly name: string
      /** What differs from the target, old and next. */
      readonly changes: readonly AddressChange[]
      /** The body of the PUT: the application as it was, but for the changes and `_links`. */
      readonly bodyText: string
    }
  | { readonly ok: false; readonly why: string }

/**
 * How to point an application, given as the raw JSON that the API answered with, at a target. PUT replaces the whole
 * application, so the body is that same text with the two addresses changed; nothing else is rewritten.
 * Source: Application API v2 specification, "Update an application".
 */
export function planPointing(applicationText: string, target: PointTarget): PointPlan {
  const name = isObjectText(applicationText) ? stringAt(applicationText, ['name']) : null
  if (name === null) return { ok: false, why: 'The answer is not an application: it has no name.' }
  const changes = ORDER.flatMap((what) => {
    const next = target[what]
    const old = stringAt(applicationText, PATHS[what])
    return next === null || old === next ? [] : [{ what, old, next }]
  })
  let bodyText: string | null = withoutMemberAt(applicationText, ['_links'])
  for (const { what, next } of changes) {
    bodyText = bodyText === null ? null : withAddress(bodyText, what, next)
  }
  if (bodyText === null) return { ok: false, why: 'Its messages capability is not built as documented.' }
  return { ok: true, name, changes, bodyText }
}

function withAddress(text: string, what: AddressChange['what'], next: string): string | null {
  const changed = withValueAt(text, PATHS[what], JSON.stringify(next))
  if (changed === null || what === 'version') return changed
  const method = [...PATHS[what].slice(0, -1), 'http_method']
  const isNew = memberNamesAt(text, PATHS[what].slice(0, -1)) === null
  return isNew ? withValueAt(changed, method, '"POST"') : changed
}

/** What became of one change: still as written, already as before, or changed by somebody else. */
export type ChangeFate = {
  readonly change: AddressChange
  readonly fate: 'ours' | 'as-before' | 'foreign'
  readonly found: string | null
}

/** A change together with the value that the write replaced, where that is not the one to go back to. */
export type WrittenChange = AddressChange & { readonly replaced: string | null }

/** What has become of each written address in the application as it is now: still ours, back already, or somebody else's. */
export function fatesOf(currentText: string, changes: readonly WrittenChange[]): readonly ChangeFate[] {
  return changes.map((change) => {
    const found = stringAt(currentText, PATHS[change.what])
    return { change, found, fate: fateOf(found, change) }
  })
}

function fateOf(found: string | null, { next, old, replaced }: WrittenChange): ChangeFate['fate'] {
  if (found === next) return 'ours'
  return found === old || found === replaced ? 'as-before' : 'foreign'
}

/**
 * The body of the PUT that takes back what is still ours, and nothing else: what somebody else has written since stays.
 * `originalText` is the application as it was before. Null when something is in the way.
 */
export function restoringBody(
  currentText: string,
  originalText: string,
  fates: readonly ChangeFate[],
): string | null {
  let text: string | null = withoutMemberAt(currentText, ['_links'])
  // The version first: what was made for the addresses is taken away with them once it is empty.
  for (const { change, fate } of fates.toReversed()) {
    if (fate !== 'ours' || text === null) continue
    text =
      change.old === null
        ? withoutMade(text, originalText, PATHS[change.what])
        : withValueAt(text, PATHS[change.what], JSON.stringify(change.old))
  }
  return text
}

/** Takes away a value that was not there before, and the objects that were made around it. */
function withoutMade(text: string, originalText: string, path: readonly string[]): string | null {
  const webhook = path.slice(0, -1)
  const isWebhookMade = path.at(-1) === 'address' && memberNamesAt(originalText, webhook) === null
  const others = memberNamesAt(text, webhook)?.filter((name) => !['address', 'http_method'].includes(name))
  const first = isWebhookMade && others?.length === 0 ? webhook : path
  let next = asBefore(text, originalText, first)
  for (let depth = first.length - 1; depth > 0 && next !== null; depth -= 1) {
    const parent = path.slice(0, depth)
    const isMade = memberNamesAt(originalText, parent) === null
    if (!isMade || memberNamesAt(next, parent)?.length !== 0) break
    next = asBefore(next, originalText, parent)
  }
  return next
}

function asBefore(text: string, originalText: string, path: readonly string[]): string | null {
  const before = valueTextAt(originalText, path)
  return before === null ? withoutMemberAt(text, path) : withValueAt(text, path, before)
}
