/** How the stand-in behaves. A test changes it while it runs. */
export type StandinRules = {
  /** New agent connections: served, closed at once, or accepted and never answered. */
  access: 'accept' | 'refuse' | 'never-answer'
  answersBind: boolean
  answersHeartbeats: boolean
  authtokens: readonly string[]
  /** Shorter ones are refused as malformed. */
  shortestToken: number
  maxSessions: number
  /** The domains of the account; null: any. */
  domains: readonly string[] | null
  /** Null: requests reach the agent. Otherwise this page answers all of them, as a captive portal does. */
  portalPage: string | null
}

export const friendly: StandinRules = {
  access: 'accept',
  answersBind: true,
  answersHeartbeats: true,
  authtokens: ['good-token'],
  shortestToken: 8,
  maxSessions: Number.POSITIVE_INFINITY,
  domains: null,
  portalPage: null,
}
