import type { ApiVersion } from '#shared/callback.ts'
import type { JsonObject } from '#shared/messenger/json-value.ts'

/** What the simulated API answers. */
export type ApiAnswer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: JsonObject
}

export type InvalidParameter = { readonly name: string; readonly reason: string }

const ERRORS = 'https://developer.vonage.com/api-errors/messages'
const GENERIC_ERRORS = 'https://developer.nexmo.com/api-errors'

/** 202 with the message's id. Source: Messages API v1 spec, "Send a message". */
export function accepted(messageUuid: string): ApiAnswer {
  return { status: 202, body: { message_uuid: messageUuid } }
}

/** Answers without an Authorization header; this is how the live API words it. */
export function credentialsMissing(): ApiAnswer {
  return {
    status: 401,
    body: { title: 'Unauthorised', detail: "Request header 'Authorization' missing" },
  }
}

/**
 * Source: Messages API v1 spec, ErrorUnauthorizedMissingCredentials. The API does not say what exactly is wrong;
 * the header, which only the simulator sends, does.
 */
export function credentialsWrong(reason: string, instance: string): ApiAnswer {
  return {
    status: 401,
    headers: { 'x-simulator-reason': reason },
    body: {
      type: `${GENERIC_ERRORS}/#unathorized`,
      title: 'You did not provide correct credentials.',
      detail:
        "Check that you're using the correct credentials, and that your account has this feature enabled",
      instance,
    },
  }
}

/** Source: Vonage generic errors, multiple-auth-methods. */
export function credentialsAmbiguous(instance: string): ApiAnswer {
  return {
    status: 401,
    body: {
      type: `${GENERIC_ERRORS}/#multiple-auth-methods`,
      title: 'You did not provide correct credentials.',
      detail: 'Use either a JWT or an API key and secret, not both.',
      instance,
    },
  }
}

/** The problems that v1 tells apart. Source: Messages API v1 spec, ErrorX schemas. */
const PROBLEMS_OF_V1 = {
  'unsupported-channel': {
    number: 1100,
    title: 'Unsupported channel',
    detail: 'The specified channel is not supported.',
  },
  'invalid-channel-parameters': {
    number: 1110,
    title: 'Invalid channel parameters',
    detail: 'The value of one or more parameters is invalid.',
  },
  'invalid-sender': { number: 1120, title: 'Invalid sender', detail: 'The `from` parameter is invalid.' },
  'invalid-recipient': {
    number: 1130,
    title: 'Invalid recipient',
    detail: 'The `to` parameter is invalid for the given channel.',
  },
  'invalid-message-type': {
    number: 1140,
    title: 'Invalid message type',
    detail: 'The `message_type` parameter is invalid for the given channel.',
  },
  'invalid-params': {
    number: 1150,
    title: 'Invalid params',
    detail: 'The value of one or more parameters is invalid.',
  },
  'invalid-client-reference': {
    number: 1060,
    title: 'Invalid client reference',
    detail: 'The client reference can be a string of up to 100 characters.',
  },
} as const

export type ProblemOfV1 = keyof typeof PROBLEMS_OF_V1

/** 422 in v1's words. */
export function refusedByV1(
  problem: ProblemOfV1,
  invalidParameters: readonly InvalidParameter[],
  instance: string,
): ApiAnswer {
  const { number, title, detail } = PROBLEMS_OF_V1[problem]
  return {
    status: 422,
    body: {
      type: `${ERRORS}#${number}`,
      title,
      detail,
      instance,
      ...(invalidParameters.length === 0 ? {} : { invalid_parameters: invalidParameters }),
    },
  }
}

/**
 * 429. Source: Messages API v1 spec, ErrorThrottled. The v0.1 spec lists no such answer: there it has the address that
 * Vonage's SDKs of that time have in their samples.
 */
export function rateLimited(version: ApiVersion, instance: string): ApiAnswer {
  const errors = version === 'v1' ? ERRORS : `${GENERIC_ERRORS}/messages-olympus`
  return {
    status: 429,
    body: {
      type: `${errors}#1000`,
      title: 'Rate Limit Hit',
      detail: 'Please wait, then retry your request',
      instance,
    },
  }
}

/** 400 in v0.1's words: every wrong field at once. Source: Messages API v0.1 spec, Error. */
export function refusedByV01(invalidParameters: readonly InvalidParameter[], instance: string): ApiAnswer {
  const count = invalidParameters.length
  return {
    status: 400,
    body: {
      type: 'https://www.nexmo.com/messages/Errors#InvalidParams',
      title: "Your request parameters didn't validate.",
      detail: `Found errors validating ${count} of your submitted parameters.`,
      instance,
      invalid_parameters: invalidParameters,
    },
  }
}

/** Source: Messages API v1 spec, ErrorInvalidJson; v0.1 answers its bad requests with 400. */
export function notJson(status: 400 | 422, parserText: string, instance: string): ApiAnswer {
  return {
    status,
    body: {
      type: `${GENERIC_ERRORS}#invalid-json`,
      title: 'The request body did not contain valid JSON',
      detail: parserText,
      instance,
    },
  }
}
