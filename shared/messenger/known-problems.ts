/** A documented problem of the Messages API: how to recognise it, why it comes and what to do. */
export type KnownProblem = {
  readonly httpStatus: number
  readonly title: string
  readonly why: string
  readonly fix: string
}

const CREDENTIALS_FIX =
  'Check that the application id and the private key belong together and that this computer’s clock is right. ' +
  'The sandbox also takes the API key and secret.'

/** Source: Messages API v1 spec, ErrorX schemas; v0.1 spec, Error. Titles as published, misspellings included. */
export const KNOWN_PROBLEMS: readonly KnownProblem[] = [
  {
    httpStatus: 400,
    title: "Your request parameters didn't validate.",
    why: 'One or more fields of the v0.1 body are missing or wrong.',
    fix: 'Correct the fields, or check that a v0.1 body is what you meant to send.',
  },
  {
    httpStatus: 401,
    title: 'You did not provide correct credentials.',
    why: 'The token or the API key and secret were not accepted: wrong, expired, or of another account.',
    fix: CREDENTIALS_FIX,
  },
  {
    httpStatus: 401,
    title: 'Unauthorised',
    why: 'The request came without usable credentials.',
    fix: 'Send an Authorization header with a token of the application. A proxy on the way may have removed it.',
  },
  {
    httpStatus: 401,
    title: 'The crendentials provided do not have access to the requested product',
    why: 'The credentials are good, but the application or account may not use the Messages API.',
    fix: 'Switch on the Messages capability of the application in the Vonage dashboard.',
  },
  {
    httpStatus: 402,
    title: 'Low balance',
    why: 'The account’s balance is too low for this message.',
    fix: 'Top up the account in the Vonage dashboard, then send again.',
  },
  {
    httpStatus: 422,
    title: 'The request body did not contain valid JSON',
    why: 'The server could not read the body as JSON.',
    fix: 'Compare the request body with what was meant; something on the way may have changed it.',
  },
  {
    httpStatus: 422,
    title: 'Unsupported channel',
    why: 'The channel is not one the API knows. For Messenger it is "messenger".',
    fix: 'Set channel to "messenger".',
  },
  {
    httpStatus: 422,
    title: 'Invalid channel parameters',
    why: 'A Messenger option has a value the API does not take.',
    fix: 'Use "response", "update" or "message_tag" (with an underscore) as category, and give message_tag a tag.',
  },
  {
    httpStatus: 422,
    title: 'Invalid sender',
    why: 'The From id is not a Page these credentials may send for.',
    fix: 'Use the Page ID (the "to" of an inbound message) and check that the Page is linked to this application.',
  },
  {
    httpStatus: 422,
    title: 'Invalid recipient',
    why: 'The To id is not a usable PSID.',
    fix: 'Use the PSID from an inbound message to this Page (its "from"). Another Page’s PSID does not work.',
  },
  {
    httpStatus: 422,
    title: 'Invalid message type',
    why: 'Messenger does not take this message type.',
    fix: 'Use text, image, audio, video, file or custom.',
  },
  {
    httpStatus: 422,
    title: 'Invalid params',
    why: 'The value of one or more fields is missing or not accepted.',
    fix: 'Correct the fields and send again.',
  },
  {
    httpStatus: 422,
    title: 'Invalid client reference',
    why: 'The client reference is too long: v1 takes 100 characters (older texts say 40), v0.1 takes 40.',
    fix: 'Shorten the client reference.',
  },
  {
    httpStatus: 429,
    title: 'Rate Limit Hit',
    why: 'Too many messages in too short a time. The sandbox takes 1 a second and about 100 a month.',
    fix: 'Wait a moment, then send again.',
  },
  {
    httpStatus: 500,
    title: 'Internal error',
    why: 'Vonage had an error of its own while handling the request.',
    fix: 'Send again in a moment. If it stays, report it to Vonage with the instance value.',
  },
]
