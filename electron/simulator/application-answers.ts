import type { ApiAnswer, InvalidParameter } from './api-answer.ts'

const GENERIC_ERRORS = 'https://developer.nexmo.com/api-errors'

/** The errors of the Application API. Source: Application API v2 specification, error responses. */
export function applicationUnauthorised(instance: string): ApiAnswer {
  return {
    status: 401,
    body: {
      type: `${GENERIC_ERRORS}#unauthorized`,
      title: 'Invalid credentials supplied',
      detail: 'You did not provide correct credentials.',
      instance,
    },
  }
}

export function applicationNotFound(instance: string): ApiAnswer {
  return {
    status: 404,
    body: {
      type: `${GENERIC_ERRORS}#not-found`,
      title: 'Not Found',
      detail: 'Application does not exist, or you do not have access',
      instance,
    },
  }
}

export function applicationInvalid(
  invalidParameters: readonly InvalidParameter[],
  instance: string,
): ApiAnswer {
  return {
    status: 400,
    body: {
      type: `${GENERIC_ERRORS}/application#payload-validation`,
      title: 'Bad Request',
      detail: 'The request failed due to validation errors',
      invalid_parameters: invalidParameters,
      instance,
    },
  }
}

export function applicationMediaType(instance: string): ApiAnswer {
  return {
    status: 415,
    body: {
      type: `${GENERIC_ERRORS}#unsupported-media-type`,
      title: 'Unsupported Media Type',
      detail: 'The content type of the request is not supported. Use application/json.',
      instance,
    },
  }
}
