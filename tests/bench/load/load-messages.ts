import { z } from 'zod'

/** Whose signature the callbacks carry. */
export const LoadSigner = z.object({
  apiKey: z.string(),
  applicationId: z.string(),
  signatureSecret: z.string(),
})
export type LoadSigner = Readonly<z.infer<typeof LoadSigner>>

/** What the load process is told. `prepare` comes once, `fire` any number of times. */
export const LoadOrder = z.discriminatedUnion('do', [
  z.object({ do: z.literal('prepare'), count: z.int(), signer: LoadSigner }),
  z.object({
    do: z.literal('fire'),
    port: z.int(),
    path: z.string(),
    connections: z.int(),
    durationMs: z.number(),
    /** At most this many a second; null: as many as are answered. */
    perSecond: z.number().nullable(),
  }),
])
export type LoadOrder = Readonly<z.infer<typeof LoadOrder>>

export const LoadResult = z.object({
  answered: z.int(),
  refused: z.int(),
  perSecond: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
})
export type LoadResult = Readonly<z.infer<typeof LoadResult>>
