import { z } from 'zod'
import type { ApplicationSummary } from '#shared/addresses.ts'

const ListAnswer = z.object({
  total_pages: z.int().default(1),
  _embedded: z.object({
    applications: z.array(z.object({ id: z.string(), name: z.string().default('') })),
  }),
})

/** One page of "List available applications"; null when the text is none. Source: Application API v2 specification. */
export function readApplicationList(
  text: string,
): { readonly applications: readonly ApplicationSummary[]; readonly pages: number } | null {
  const answer = ListAnswer.safeParse(parsed(text))
  if (!answer.success) return null
  return { applications: answer.data._embedded.applications, pages: answer.data.total_pages }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
