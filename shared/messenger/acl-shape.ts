import { isJsonObject, type JsonObject, member } from './json-value.ts'

/**
 * What is unusual about the shape of an `acl` claim, in one sentence; null when it has the documented shape: `paths`,
 * and for each path an object with at most `methods` and `filters`. Which paths make sense is not looked at.
 * Source: Vonage, "JWT and ACLs".
 */
export function aclFault(acl: unknown): string | null {
  if (!isJsonObject(acl)) return 'It is not a JSON object.'
  const paths = member(acl, 'paths')
  if (!isJsonObject(paths)) return 'It has no "paths" object.'
  const faults = Object.entries(paths).map(([path, rule]) => ruleFault(path, rule))
  return faults.find((fault) => fault !== null) ?? null
}

function ruleFault(path: string, rule: unknown): string | null {
  const name = `The path "${path.slice(0, 100)}"`
  if (!path.startsWith('/')) return `${name} does not begin with a slash.`
  if (!isJsonObject(rule)) return `${name} needs an object; {} opens it for everything.`
  return membersFault(name, rule)
}

function membersFault(name: string, rule: JsonObject): string | null {
  const methods = member(rule, 'methods')
  const isMethods = Array.isArray(methods) && methods.every((method) => typeof method === 'string')
  if (methods !== undefined && !isMethods) return `${name} has methods that are not a list of texts.`
  const filters = member(rule, 'filters')
  return filters === undefined || isJsonObject(filters) ? null : `${name} has filters that are not an object.`
}
