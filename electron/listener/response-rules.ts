import type { ReadCallback } from '#shared/callback.ts'
import { matchesRule } from '#shared/messenger/matches-rule.ts'
import type { ResponseRule, ResponseRuleInput } from '#shared/response-rule.ts'

type Deps = { readonly newId: () => string; readonly onChange: () => void }

export type ResponseRules = ReturnType<typeof createResponseRules>

/** The active rules, oldest first. They last as long as the app runs: a forgotten one does not survive a restart. */
export function createResponseRules({ newId, onChange }: Deps) {
  let rules: readonly ResponseRule[] = []

  const change = (next: readonly ResponseRule[]) => {
    rules = next
    onChange()
  }

  return {
    list: () => [...rules],
    add: (input: ResponseRuleInput) => change([...rules, { ...input, id: newId() }]),
    remove: (id: string) => change(rules.filter((rule) => rule.id !== id)),
    /** The first rule that matches, counted down; null when none does. Reads the callback only if there are rules. */
    take(read: () => ReadCallback): ResponseRule | null {
      if (rules.length === 0) return null
      const callback = read()
      const rule = rules.find((candidate) => matchesRule(callback, candidate)) ?? null
      if (rule !== null && rule.remaining !== null) change(countDown(rules, rule.id))
      return rule
    },
  }
}

function countDown(rules: readonly ResponseRule[], id: string): readonly ResponseRule[] {
  return rules.flatMap((rule) => {
    if (rule.id !== id || rule.remaining === null) return [rule]
    return rule.remaining > 1 ? [{ ...rule, remaining: rule.remaining - 1 }] : []
  })
}
