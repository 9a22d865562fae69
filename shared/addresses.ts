import { z } from 'zod'
import { WireError } from './rpc.ts'

/** One thing that pointing changes in an application. `old` null: it was not set. */
export const AddressChange = z.object({
  what: z.enum(['inbound', 'status', 'version']),
  old: z.string().nullable(),
  next: z.string(),
})
export type AddressChange = Readonly<z.infer<typeof AddressChange>>

/**
 * `open`: pointed here, to be put back. `restored`: put back. `left-alone`: not put back, because somebody else changed
 * it or the person wants it so. `failed`: could not be put back yet.
 */
export const JournalState = z.enum(['open', 'restored', 'left-alone', 'failed'])
export type JournalState = z.infer<typeof JournalState>

/** An application that was pointed here, as the page shows it. */
export const AddressJournalView = z.object({
  id: z.string(),
  profileId: z.string(),
  profileName: z.string(),
  applicationId: z.string(),
  applicationName: z.string(),
  changes: z.array(AddressChange),
  pointedAtMs: z.number(),
  state: JournalState,
  /** What came of putting back, where there is more to say than the state. */
  explanation: WireError.nullable(),
})
export type AddressJournalView = Readonly<z.infer<typeof AddressJournalView>>

/** Where an application shall be pointed, and which one. `publicUrl` null: where this workbench is reached. */
export const PointRequest = z.object({
  profileId: z.string(),
  applicationId: z.string().trim().min(1).max(500),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  /** Format the application's callbacks shall have; null leaves it as it is. */
  version: z.enum(['v1', 'v0.1']).nullable(),
})
export type PointRequest = Readonly<z.infer<typeof PointRequest>>

export const PointPreview = z.object({
  applicationId: z.string(),
  applicationName: z.string(),
  /** None: everything is so already. */
  changes: z.array(AddressChange),
  inbound: z.string(),
  status: z.string(),
})
export type PointPreview = Readonly<z.infer<typeof PointPreview>>

/** `isVerified`: the application was read back and has the new addresses. `journalId` null: nothing had to change. */
export const Pointed = z.object({ journalId: z.string().nullable(), isVerified: z.boolean() })

export const ApplicationSummary = z.object({ id: z.string(), name: z.string() })
export type ApplicationSummary = Readonly<z.infer<typeof ApplicationSummary>>

/** A Facebook Page that is linked to the account. */
export const PageLink = z.object({
  pageId: z.string(),
  name: z.string(),
  /** Ids of the applications it is linked to. */
  applications: z.array(z.string()),
})
export type PageLink = Readonly<z.infer<typeof PageLink>>

export const NewApplication = z.object({
  /** Whose account it is made in; the new profile gets the same account. */
  profileId: z.string(),
  name: z.string().trim().min(1, 'Give the application a name.').max(80),
  publicUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
})
export type NewApplication = Readonly<z.infer<typeof NewApplication>>
