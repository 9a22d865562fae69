type Reason = { readonly why: string; readonly fix: string }

/**
 * Problems that all of Vonage's APIs share, by the word their `type` ends with. Which HTTP status comes with which is
 * not documented for the Messages API, so it does not matter here. Numbers at the end say nothing: they differ.
 * Source: Vonage, "API errors", generic errors.
 */
const BY_WORD: Readonly<Record<string, Reason>> = {
  'jwt-expired': {
    why: 'The token is over: its exp has passed, or it has none and is older than 15 minutes.',
    fix: 'Make a new token. If it is new, set this computer’s clock by a time server.',
  },
  'jwt-revoked': {
    why: 'The token was revoked.',
    fix: 'Make a new token, and a new key pair in the dashboard if the private key may have leaked.',
  },
  'invalid-api-key': {
    why: 'There is no account with this API key.',
    fix: 'Copy the API key from the Vonage dashboard into the profile.',
  },
  'invalid-signature': {
    why: 'The signature of the request does not fit.',
    fix: 'Check that the private key belongs to the application id: Tokens > Read compares them.',
  },
  'multiple-auth-methods': {
    why: 'The request had a token and an API key and secret at once.',
    fix: 'Send one of them. Look for api_key in the URL or the body, and for a proxy that adds a header.',
  },
  forbidden: {
    why: 'The credentials are good, but this request is not allowed with them.',
    fix: 'Look at the account and the application in the Vonage dashboard.',
  },
  'account-suspended': {
    why: 'Vonage has suspended the account.',
    fix: 'Ask Vonage support why, with the instance value of the answer.',
  },
  'application-suspended': {
    why: 'Vonage has suspended the application.',
    fix: 'Ask Vonage support why, or use another application.',
  },
  'invalid-ip': {
    why: 'The account takes requests from certain addresses only, and this computer’s is none of them.',
    fix: 'Add this computer’s public address to the allow-list in the Vonage dashboard.',
  },
  unprovisioned: {
    why: 'The credentials are good, but the application or account may not use the Messages API.',
    fix: 'Switch on the Messages capability of the application in the Vonage dashboard.',
  },
  'low-balance': {
    why: 'The account’s balance is too low for this message.',
    fix: 'Top up the account in the Vonage dashboard, then send again.',
  },
  'invalid-json': {
    why: 'The server could not read the body as JSON.',
    fix: 'Compare the request body with what was meant; something on the way may have changed it.',
  },
  'invalid-id': {
    why: 'An id in the address of the request is not one the API knows.',
    fix: 'Check the base URL of the profile. It is given without /v1/messages.',
  },
  'not-found': {
    why: 'There is nothing at this address.',
    fix: 'Check the base URL of the profile. It is given without /v1/messages.',
  },
  'wrong-verb': {
    why: 'The address exists but does not take POST, so it is not the Messages API.',
    fix: 'Check the base URL of the profile.',
  },
  'accept-header': {
    why: 'The server cannot answer in the format that was asked for. JSON was asked for here.',
    fix: 'Look for a proxy on the way that changes the Accept header.',
  },
  'content-type-header': {
    why: 'The server does not take the content type. JSON was sent from here.',
    fix: 'Look for a proxy on the way that changes the Content-Type header.',
  },
  'unavailable-legal': {
    why: 'The service is not available where this request comes from, for legal reasons.',
    fix: 'Ask Vonage support, with the instance value of the answer.',
  },
}

/** What the `type` of a problem says; null where its last word is not a documented one. */
export function explainProblemType(type: string | null): Reason | null {
  const word = /[^/#]*$/.exec(type ?? '')?.[0] ?? ''
  return Object.hasOwn(BY_WORD, word) ? (BY_WORD[word] ?? null) : null
}
