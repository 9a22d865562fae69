type Reason = { readonly why: string; readonly fix: string }

const LONGEST_LOCATION = 300

const BY_STATUS: Readonly<Record<number, Reason>> = {
  400: {
    why: 'The server did not accept the request as it is.',
    fix: 'Read the title and detail of the answer, and check the fields of the body.',
  },
  401: {
    why: 'The server did not accept the credentials. The answer does not say more.',
    fix: 'Check application id, private key and this computer’s clock, or the API key and secret.',
  },
  402: {
    why: 'The server asks for payment: usually the account’s balance is too low.',
    fix: 'Check the balance in the Vonage dashboard.',
  },
  403: {
    why: 'The credentials were understood, but this request is not allowed: the account or application may be suspended, or the address not on an allow-list.',
    fix: 'Look at the account and the application in the Vonage dashboard.',
  },
  404: {
    why: 'There is no Messages API at this address.',
    fix: 'Check the base URL of the profile. It is given without /v1/messages.',
  },
  405: {
    why: 'The address exists but does not take POST, so it is not the Messages API.',
    fix: 'Check the base URL of the profile.',
  },
  407: {
    why: 'A proxy on the way asks for its own user name and password.',
    fix: 'Check the HTTPS_PROXY and HTTP_PROXY settings of this computer.',
  },
  413: {
    why: 'The request is larger than the server takes.',
    fix: 'Send a smaller message.',
  },
  415: {
    why: 'The server does not take this content type.',
    fix: 'Check the base URL of the profile: the Messages API takes application/json.',
  },
  422: {
    why: 'The server read the request but does not accept a value in it.',
    fix: 'Read the title and detail of the answer, and check the fields of the body.',
  },
  429: {
    why: 'Too many requests in too short a time, or a monthly limit is used up.',
    fix: 'Wait, then send again.',
  },
}

/** What an HTTP status alone tells, for answers whose title is not known. Redirects have explainRedirect. */
export function explainStatus(httpStatus: number): Reason {
  return BY_STATUS[httpStatus] ?? byClass(httpStatus)
}

/** A redirect is shown, never followed: the token must not go to another address. */
export function explainRedirect(location: string): Reason {
  return {
    why: `The server points to another address: ${location.slice(0, LONGEST_LOCATION)}`,
    fix: 'If that address is right, set it as the base URL of the profile. Redirects are not followed, so the token stays here.',
  }
}

function byClass(httpStatus: number): Reason {
  if (httpStatus < 300) {
    return {
      why: 'A message is only accepted when the answer holds a message_uuid. Something other than the Messages API seems to have answered.',
      fix: 'Check the base URL of the profile, and look at the answer’s body.',
    }
  }
  if (httpStatus < 400) {
    return {
      why: 'The server answered with a redirect that names no address.',
      fix: 'Check the base URL of the profile.',
    }
  }
  if (httpStatus < 500) {
    return {
      why: 'The server refused the request. This answer is not one that Vonage documents.',
      fix: 'Read the answer’s body, and check the base URL and the fields of the message.',
    }
  }
  return {
    why: 'The server, or a gateway in front of it, failed. The message was probably not taken, but that is not certain.',
    fix: 'Wait for a status callback before you send again.',
  }
}
