import type { ContractCase } from '../contract-run.ts'

type Subject = Pick<ContractCase, 'version' | 'kind' | 'type'>

/** Up to so many kinds of callbacks are listed one by one. */
const LONGEST_LIST = 3

/**
 * Names some of the callbacks as shortly as is true: `callbacks` for all of them, else what they have in common and the
 * others have not: `v0.1 callbacks`, `statuses`, `v1 statuses`, `video messages`, `5 of 22 kinds of callbacks`.
 */
export function contractScope(some: readonly Subject[], all: readonly Subject[]): string {
  const names = [
    { word: () => 'callbacks', keyOf: () => '' },
    { word: ({ version }: Subject) => `${version} callbacks`, keyOf: ({ version }: Subject) => version },
    { word: ({ kind }: Subject) => plural(kind), keyOf: ({ kind }: Subject) => kind },
    {
      word: ({ version, kind }: Subject) => `${version} ${plural(kind)}`,
      keyOf: ({ version, kind }: Subject) => `${version} ${kind}`,
    },
    {
      word: ({ kind, type }: Subject) => `${type} ${plural(kind)}`,
      keyOf: ({ kind, type }: Subject) => `${kind} ${type}`,
    },
  ]
  for (const { word, keyOf } of names) {
    const [first] = some
    if (first !== undefined && isExactly(some, all, keyOf)) return word(first)
  }
  const kinds = [...new Set(some.map(({ version, kind, type }) => `${version} ${type} ${plural(kind)}`))]
  if (kinds.length <= LONGEST_LIST) return kinds.join(', ')
  return `${kinds.length} of ${new Set(all.map(subjectKey)).size} kinds of callbacks`
}

/** Identity of what a callback is about, whatever is done to it. */
export function subjectKey({ version, kind, type }: Subject): string {
  return `${version}/${kind}/${type}`
}

/** Whether `some` are all those of `all` with one and the same key. */
function isExactly(
  some: readonly Subject[],
  all: readonly Subject[],
  keyOf: (subject: Subject) => string,
): boolean {
  const keys = new Set(some.map(keyOf))
  if (keys.size !== 1) return false
  const named = new Set(some.map(subjectKey))
  return all.every((subject) => !keys.has(keyOf(subject)) || named.has(subjectKey(subject)))
}

function plural(kind: Subject['kind']): string {
  return kind === 'inbound' ? 'messages' : 'statuses'
}
