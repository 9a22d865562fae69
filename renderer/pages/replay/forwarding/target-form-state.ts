import { type Target, TargetInput, usualTarget } from '#shared/target.ts'
import { targetUrl } from '#shared/target-url.ts'

/** What can be typed of a target. */
export type TargetFields = {
  readonly name: string
  readonly baseUrl: string
  readonly inboundPath: string
  readonly statusPath: string
}

export type TargetProblems = { readonly [K in keyof TargetFields]?: string }

/** A new target has the usual paths. */
export const newTargetFields: TargetFields = {
  name: '',
  baseUrl: '',
  inboundPath: usualTarget.inboundPath,
  statusPath: usualTarget.statusPath,
}

export function fieldsOf({ name, baseUrl, inboundPath, statusPath }: Target): TargetFields {
  return { name, baseUrl, inboundPath, statusPath }
}

/** The target as it would be saved, or what is wrong with which field. */
export function readTarget(
  fields: TargetFields,
  known: Pick<TargetInput, 'id' | 'allowedHost'>,
): { readonly target: TargetInput } | { readonly problems: TargetProblems } {
  const reading = TargetInput.safeParse({ ...fields, baseUrl: fields.baseUrl.trim(), ...known })
  if (reading.success) return { target: reading.data }
  const entries = reading.error.issues.map(({ path, message }) => [String(path[0]), message] as const)
  // The first problem of a field is the one that explains the others.
  return { problems: Object.fromEntries(entries.reverse()) }
}

/** Both full addresses, as far as what is typed makes any. */
export function urlsOf(fields: TargetFields): { readonly inbound: string; readonly status: string } | null {
  const reading = readTarget({ ...fields, name: 'any' }, { id: null, allowedHost: null })
  if ('problems' in reading) return null
  const { target } = reading
  return { inbound: targetUrl(target, 'inbound').href, status: targetUrl(target, 'status').href }
}
