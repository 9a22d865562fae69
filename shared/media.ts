import { z } from 'zod'

/** Content types of inbound messages that point to a file. */
export const MediaKind = z.enum(['image', 'audio', 'video', 'file'])
export type MediaKind = z.infer<typeof MediaKind>

/** What a message points to, as it was found when somebody asked to see it. */
export const FetchedMedia = z.object({
  /** Type and subtype only, such as image/png. */
  contentType: z.string(),
  sizeBytes: z.int(),
  /** The bytes; null for a message of type file, of which only the size is looked up. */
  base64: z.string().nullable(),
})
export type FetchedMedia = Readonly<z.infer<typeof FetchedMedia>>
