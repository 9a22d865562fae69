import type { ApiAnswer } from './api-answer.ts'

const GENERIC_ERRORS = 'https://developer.nexmo.com/api-errors'

/** Any path but those of the Messages API and the Application API. */
export function notFound(): ApiAnswer {
  return {
    status: 404,
    body: {
      type: `${GENERIC_ERRORS}#not-found`,
      title: 'Not Found',
      detail: 'The simulator offers POST /v1/messages, POST /v0.1/messages and /v2/applications.',
    },
  }
}

export function methodNotAllowed(allow: string): ApiAnswer {
  return {
    status: 405,
    headers: { allow },
    body: {
      type: `${GENERIC_ERRORS}#wrong-verb`,
      title: 'Method Not Allowed',
      detail: `This address takes ${allow}.`,
    },
  }
}

/** A name that is not this computer in the Host header: a web page elsewhere may be behind it. */
export function wrongHost(): ApiAnswer {
  return {
    status: 421,
    body: {
      title: 'Misdirected Request',
      detail: 'The simulator answers to 127.0.0.1, localhost and [::1] only.',
    },
  }
}

export function tooLarge(): ApiAnswer {
  return {
    status: 413,
    body: { title: 'Content Too Large', detail: 'The simulator takes bodies of up to 1 MiB.' },
  }
}

export function internalError(instance: string): ApiAnswer {
  return {
    status: 500,
    body: {
      type: 'https://developer.vonage.com/api-errors/messages#1000',
      title: 'Internal error',
      detail: 'There was an error processing your request in the Platform.',
      instance,
    },
  }
}
