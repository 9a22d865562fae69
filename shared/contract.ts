import { z } from 'zod'
import {
  AddressJournalView,
  ApplicationSummary,
  NewApplication,
  PageLink,
  Pointed,
  PointPreview,
  PointRequest,
} from './addresses.ts'
import { CallbackDetail, CallbackRow, SignatureState } from './callback.ts'
import { chatsContract } from './chats-contract.ts'
import { Check } from './check.ts'
import { CredentialsPreview, CredentialsText } from './credentials.ts'
import { FetchedMedia } from './media.ts'
import { ProfileInput } from './profile.ts'
import { replayContract } from './replay-contract.ts'
import { Reply, ReplyCopy, ReplyCopyForm, ReplyDraft, StatusStep } from './reply.ts'
import { ResponseRuleInput } from './response-rule.ts'
import { retentionContract } from './retention-contract.ts'
import { call, stream } from './rpc.ts'
import { FilterText } from './search/filter-text.ts'
import { SavedFilterInput } from './search/saved-filter.ts'
import { sessionContract } from './session/session-contract.ts'
import { simulatorContract } from './simulator-contract.ts'
import { timelineContract } from './timeline/timeline-contract.ts'
import { ApplicationComparison, MadeToken, TokenReading, TokenRequest } from './token.ts'
import { TunnelSettingsInput } from './tunnel.ts'
import { WorkbenchState } from './workbench-state.ts'

const Nothing = z.object({})

/**
 * Every call and every event between page and services. Nothing else crosses.
 *
 * Each stream starts with its `reset` event (or, for `state`, the present state): load what you show, then apply the
 * events that follow. A reset comes again when events could not be kept for a page that was away too long.
 */
export const contract = {
  state: stream(Nothing, WorkbenchState),

  callbackEvents: stream(
    Nothing,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reset') }),
      /** New and changed rows; `total` counts all callbacks in the store. */
      z.object({ kind: z.literal('rows'), rows: z.array(CallbackRow), total: z.int() }),
      /** Rows that were deleted or pruned. */
      z.object({ kind: z.literal('gone'), seqs: z.array(z.int()), total: z.int() }),
    ]),
  ),
  /**
   * A page of what a filter shows, behind `behindSeq` in this order where given. `total` counts all callbacks in the
   * store. This and every other call that takes a filter throws BAD_FILTER where it cannot be read.
   */
  callbackPage: call(
    z.object({
      filter: FilterText,
      order: z.enum(['newest', 'oldest']),
      behindSeq: z.int().nullable(),
      limit: z.int().min(1).max(500),
    }),
    z.object({ rows: z.array(CallbackRow), total: z.int() }),
  ),
  /** How many callbacks a filter shows: exact up to 10,000, rounded above. */
  countCallbacks: call(
    z.object({ filter: FilterText }),
    z.object({ found: z.object({ count: z.int(), isExact: z.boolean() }), total: z.int() }),
  ),
  /** Which of these callbacks a filter shows. What is new or has changed is shown or hidden by the same rules as the rest. */
  matchingCallbacks: call(
    z.object({ filter: FilterText, seqs: z.array(z.int()).max(500) }),
    z.object({ seqs: z.array(z.int()) }),
  ),
  /** Keeps a filter under a name; one with a known id is changed. Throws BAD_FILTER. */
  saveFilter: call(SavedFilterInput, z.object({ id: z.string() })),
  deleteFilter: call(z.object({ id: z.string() }), Nothing),
  callback: call(z.object({ seq: z.int() }), CallbackDetail),
  /** The same checks with another signature secret, which is used for this and not kept. */
  checkSignature: call(
    z.object({ seq: z.int(), secret: z.string().min(1).max(1_000) }),
    z.object({ state: SignatureState, checks: z.array(Check) }),
  ),
  /** When this person last wrote to this Page, which opens the 24-hour window; null: never, as far as is known here. */
  lastInbound: call(
    z.object({ psid: z.string(), pageId: z.string() }),
    z.object({ lastInboundAtMs: z.number().nullable() }),
  ),
  /**
   * Every status of a message, in order of arrival. Delays count from the send or, for a message that was not sent from
   * here (`sentAtMs` null), from the first of its statuses.
   */
  messageStatuses: call(
    z.object({ messageUuid: z.string() }),
    z.object({ sentAtMs: z.number().nullable(), statuses: z.array(StatusStep) }),
  ),
  /** Gets what an inbound message points to. The page never names an address: it is the stored callback's. */
  fetchMedia: call(z.object({ seq: z.int() }), FetchedMedia),

  replyEvents: stream(
    Nothing,
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reset') }),
      z.object({ kind: z.literal('reply'), reply: Reply }),
    ]),
  ),
  /** Newest first. */
  replies: call(z.object({ limit: z.int().min(1).max(100) }), z.object({ replies: z.array(Reply) })),
  /** Sends once. A failure is an outcome of the reply, not an error of the call. */
  sendReply: call(z.object({ draft: ReplyDraft }), Reply),
  /** Throws BAD_INPUT where the form cannot carry the draft, such as a v0.1 body in Vonage's SDK. */
  copyReply: call(
    z.object({ draft: ReplyDraft, as: ReplyCopyForm, token: z.enum(['live', 'placeholder']) }),
    ReplyCopy,
  ),

  saveProfile: call(ProfileInput, z.object({ id: z.string() })),
  /** Copies a profile with its secrets into a stored one, whatever its origin. */
  duplicateProfile: call(z.object({ id: z.string() }), z.object({ id: z.string() })),
  deleteProfile: call(z.object({ id: z.string() }), Nothing),
  activateProfile: call(z.object({ id: z.string() }), Nothing),
  /** What an import would take from a text. Nothing is stored, no secret comes back. */
  readCredentials: call(
    z.object({ text: CredentialsText, fileName: z.string().max(1_024).nullable() }),
    CredentialsPreview,
  ),
  /** Reads the text again and puts what it holds into a new profile (`into` null) or over fields of a stored one. */
  importCredentials: call(
    z.object({ text: CredentialsText, into: z.string().nullable(), name: z.string().trim().max(80) }),
    z.object({ id: z.string() }),
  ),
  setListenerPort: call(z.object({ port: z.int().min(0).max(65_535) }), Nothing),
  /** The listener answers matching callbacks by this rule until it is used up or removed. */
  addResponseRule: call(ResponseRuleInput, Nothing),
  removeResponseRule: call(z.object({ id: z.string() }), Nothing),
  /** Throws TUNNEL_NOT_SET_UP. Whatever fails after that is in the state. */
  startTunnel: call(Nothing, Nothing),
  stopTunnel: call(Nothing, Nothing),
  tryTunnelNow: call(Nothing, Nothing),
  /** A tunnel that runs is started again with the new settings. */
  saveTunnelSettings: call(TunnelSettingsInput, Nothing),
  dismissNotice: call(z.object({ id: z.string() }), Nothing),

  ...timelineContract,
  ...replayContract,
  ...chatsContract,
  ...retentionContract,
  ...sessionContract,
  ...simulatorContract,

  /** Makes a token for API calls with a profile's key. The key itself never crosses. */
  makeToken: call(TokenRequest, MadeToken),
  /** Reads and checks a token of any origin, out of any text around it. Asks nobody. */
  readToken: call(z.object({ text: z.string().max(200_000) }), TokenReading),
  /** Asks Vonage for an application's public key, with the API key and secret of a profile. Only when told to. */
  compareApplicationKey: call(
    z.object({
      profileId: z.string(),
      applicationId: z.string().min(1).max(500),
      token: z.string().max(200_000).nullable(),
    }),
    ApplicationComparison,
  ),

  /** The applications of a profile's account. Asks Vonage, only when told to, as do all calls from here on. */
  applications: call(
    z.object({ profileId: z.string() }),
    z.object({ applications: z.array(ApplicationSummary) }),
  ),
  /** The Facebook Pages linked to a profile's account, as far as Vonage's accounts API tells. */
  pageLinks: call(z.object({ profileId: z.string() }), z.object({ pages: z.array(PageLink) })),
  /** What pointing an application here would change. Changes nothing. */
  pointPreview: call(PointRequest, PointPreview),
  /** Points an application here, after its former addresses are on disk. */
  pointApplication: call(PointRequest, Pointed),
  /** Puts an application back, as far as nobody else has changed it. What came of it is in the answer. */
  restoreAddresses: call(z.object({ journalId: z.string() }), AddressJournalView),
  /** Keeps an application as it is now: it is not put back any more. */
  leaveAddresses: call(z.object({ journalId: z.string() }), AddressJournalView),
  /** Makes an application at Vonage whose callbacks come here, and a profile of it, which is in use at once. */
  createApplication: call(NewApplication, z.object({ id: z.string(), applicationId: z.string() })),

  /** Puts text on the clipboard where the page itself may not (desktop only). */
  copyText: call(z.object({ text: z.string().max(4_000_000) }), Nothing),
} as const

export type WorkbenchContract = typeof contract
