import type { Explanation } from '#shared/errors.ts'
import type { Notice } from '#shared/workbench-state.ts'

/** What the person should know and can dismiss. The same code is shown once, with its newest explanation. */
export function createNotices(onChange: () => void) {
  const notices = new Map<string, Notice>()
  return {
    list: () => [...notices.values()],
    add(explanation: Explanation) {
      notices.set(explanation.code, { id: explanation.code, explanation })
      onChange()
    },
    dismiss(id: string) {
      if (notices.delete(id)) onChange()
    },
  }
}
