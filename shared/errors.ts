import type { WireError } from './rpc.ts'

/** Every failure the workbench itself can name. Vonage's own codes stay verbatim beside these. */
type ErrorCode =
  | 'BAD_INPUT'
  | 'UNKNOWN_CALL'
  | 'INTERNAL'
  | 'CONNECTION_LOST'
  | 'NOT_FOUND'
  | 'PORT_UNAVAILABLE'
  | 'STORE_FAILED'
  | 'STORE_TOO_NEW'
  | 'DATA_FOLDER_IN_USE'
  | 'DATA_FOLDER_UNUSABLE'
  | 'SETTINGS_CORRUPT'
  | 'SECRETS_CORRUPT'
  | 'SECRET_UNREADABLE'
  | 'KEY_MISSING'
  | 'KEY_UNUSABLE'
  | 'APPLICATION_ID_MISSING'
  | 'API_SECRET_MISSING'
  | 'PROFILE_FIXED'
  | 'ENVIRONMENT_GONE'
  | 'CREDENTIALS_UNKNOWN'
  | 'SIMULATOR_NOT_RUNNING'
  | 'LISTENER_NOT_RUNNING'
  | 'NETWORK_DNS'
  | 'NETWORK_REFUSED'
  | 'NETWORK_TLS'
  | 'NETWORK_TIMEOUT'
  | 'NETWORK_BROKEN'
  | 'NETWORK_PROXY'
  | 'CANCELLED'
  | 'HTTP_REFUSED'
  | 'APPLICATION_UNREADABLE'
  | 'ADDRESSES_RESTORED'
  | 'ADDRESSES_LEFT_ALONE'
  | 'ADDRESSES_NOT_RESTORED'
  | 'JOURNAL_UNREADABLE'
  | 'NO_PUBLIC_ADDRESS'
  | 'MEDIA_ADDRESS'
  | 'MEDIA_TOO_LARGE'
  | 'MEDIA_TYPE'
  | 'TUNNEL_NOT_SET_UP'
  | 'TUNNEL_TOKEN_MISSING'
  | 'TUNNEL_TOKEN_MALFORMED'
  | 'TUNNEL_TOKEN_INVALID'
  | 'TUNNEL_AGENT_LIMIT'
  | 'TUNNEL_DOMAIN_IN_USE'
  | 'TUNNEL_DOMAIN_INVALID'
  | 'TUNNEL_REFUSED'
  | 'TUNNEL_UNREACHABLE'
  | 'TUNNEL_TLS'
  | 'TUNNEL_NOT_NGROK'
  | 'TUNNEL_TIMEOUT'
  | 'TUNNEL_LOST'
  | 'TUNNEL_STOPPED'
  | 'TUNNEL_OPTIONS'
  | 'TUNNEL_AGENT'
  | 'TUNNEL_SELF_TEST'
  | 'TUNNEL_PORTAL'
  | 'TUNNEL_OTHER'
  | 'TUNNEL_NEW_ADDRESS'
  | 'RESUMED'
  | 'TARGET_NOT_FOUND'
  | 'TARGET_HOST_NOT_ALLOWED'
  | 'TARGET_IS_HERE'
  | 'SIGNATURE_SECRET_MISSING'
  | 'REPLAY_UNDER_WAY'
  | 'CONTRACT_RUN_UNDER_WAY'

/** What happened, why, what to do. The three sentences a person sees wherever this error is shown. */
export type Explanation = Readonly<WireError> & { readonly code: ErrorCode }

/** An error that already knows how to explain itself; crosses to the page whole. */
export class WorkbenchError extends Error {
  readonly explanation: Explanation

  constructor(explanation: Explanation, options?: { readonly cause?: unknown }) {
    super(explanation.what, options)
    this.name = 'WorkbenchError'
    this.explanation = explanation
  }
}
