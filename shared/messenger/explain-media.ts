import { assertNever } from '../assert-never.ts'
import type { Explanation } from '../errors.ts'
import type { MediaKind } from '../media.ts'
import type { NetworkFailure, NetworkFailureKind } from './explain-network.ts'

/** What keeps a message's media from being shown. `host` is the host and port that were asked. */
export type MediaFailure =
  | { readonly kind: 'no-media' }
  | { readonly kind: 'bad-url'; readonly url: string }
  | { readonly kind: 'private-address'; readonly host: string }
  | { readonly kind: 'too-many-redirects'; readonly host: string }
  | { readonly kind: 'unauthorised'; readonly host: string; readonly token: 'sent' | 'none' | 'not-for-host' }
  | { readonly kind: 'http-status'; readonly host: string; readonly httpStatus: number }
  | { readonly kind: 'too-large'; readonly media: MediaKind; readonly capBytes: number }
  | { readonly kind: 'wrong-type'; readonly media: MediaKind; readonly contentType: string }
  | { readonly kind: 'network'; readonly host: string; readonly failure: NetworkFailure }

const LONGEST_QUOTE = 200
const MIB = 1024 * 1024

/** Explains why the media of a message cannot be shown. */
export function explainMedia(failure: MediaFailure): Explanation {
  switch (failure.kind) {
    case 'no-media':
      return {
        code: 'NOT_FOUND',
        what: 'This callback points to no media.',
        why: 'It is not an inbound image, audio, video or file message, or it is no longer in the store.',
        fix: 'Select another callback.',
      }
    case 'bad-url':
      return {
        code: 'MEDIA_ADDRESS',
        what: 'The address of the media was not opened.',
        why: `Only http and https addresses are: ${failure.url.slice(0, LONGEST_QUOTE)}`,
        fix: 'See the Body tab for what was sent.',
      }
    case 'private-address':
      return {
        code: 'MEDIA_ADDRESS',
        what: `${failure.host} was not opened.`,
        why: 'It is an address of this computer or of a private network, and a callback from outside has no business there.',
        fix: 'If you trust it, copy the address and open it in a browser.',
      }
    case 'too-many-redirects':
      return {
        code: 'HTTP_REFUSED',
        what: `${failure.host} leads in circles.`,
        why: 'One redirect followed the other without an end.',
        fix: 'Copy the address and open it in a browser.',
      }
    case 'wrong-type':
    case 'too-large':
      return explainContent(failure)
    case 'unauthorised':
      return explainUnauthorised(failure)
    case 'http-status':
      return explainAnswer(failure.host, failure.httpStatus)
    case 'network':
      return explainNoAnswer(failure.host, failure.failure)
    default:
      return assertNever(failure)
  }
}

function explainContent(failure: Extract<MediaFailure, { kind: 'wrong-type' | 'too-large' }>): Explanation {
  if (failure.kind === 'too-large') {
    return {
      code: 'MEDIA_TOO_LARGE',
      what: `The ${failure.media} is larger than ${failure.capBytes / MIB} MiB.`,
      why: 'More than that is not loaded into the page.',
      fix: 'Copy the address and open it in a browser.',
    }
  }
  const found = failure.contentType === '' ? 'no content type' : failure.contentType.slice(0, LONGEST_QUOTE)
  return {
    code: 'MEDIA_TYPE',
    what: `What came back does not say that it is ${failure.media === 'video' ? 'a' : 'an'} ${failure.media}.`,
    why: `Its content type is ${found}.`,
    fix: 'Copy the address and open it in a browser, if you trust it.',
  }
}

function explainUnauthorised(failure: Extract<MediaFailure, { kind: 'unauthorised' }>): Explanation {
  const { host, token } = failure
  const common = { code: 'HTTP_REFUSED', what: `${host} asks who you are (401).` } as const
  switch (token) {
    case 'sent':
      return {
        ...common,
        why: 'It did not accept the token that was made with the profile’s key: another application’s, or the media is gone.',
        fix: 'Use the profile of the application that received the message.',
      }
    case 'none':
      return {
        ...common,
        why: 'The application protects its inbound media, and no profile here has its private key.',
        fix: 'Make a profile with that application’s id and private key in Settings.',
      }
    case 'not-for-host':
      return {
        ...common,
        why: 'Tokens are sent to Vonage’s own hosts only, over https.',
        fix: 'Copy the address and open it where you are logged in.',
      }
    default:
      return assertNever(token)
  }
}

function explainAnswer(host: string, httpStatus: number): Explanation {
  const isGone = httpStatus === 404 || httpStatus === 410
  return {
    code: 'HTTP_REFUSED',
    what: `${host} answered ${httpStatus} instead of the media.`,
    why: isGone
      ? 'It is gone. Vonage keeps inbound media for 48 hours.'
      : 'The server would not, or could not, hand it out.',
    fix: isGone ? 'Ask the person to send it again.' : 'Try again later, or open the address in a browser.',
  }
}

/** In terms of media: nothing was sent, so asking again is harmless. */
function explainNoAnswer(host: string, { kind, systemCode }: NetworkFailure): Explanation {
  const { code, what, why } = NO_ANSWER[kind](host)
  const because = systemCode === null ? why : `${why} (${systemCode})`
  return { code, what, why: because, fix: 'Check the network connection, then try again.' }
}

const NO_ANSWER: Readonly<
  Record<NetworkFailureKind, (host: string) => Pick<Explanation, 'code' | 'what' | 'why'>>
> = {
  dns: (host) => ({
    code: 'NETWORK_DNS',
    what: `The name of ${host} was not found.`,
    why: 'It does not exist, or this computer has no name service right now.',
  }),
  refused: (host) => ({
    code: 'NETWORK_REFUSED',
    what: `${host} refused the connection.`,
    why: 'No program listens at that address and port.',
  }),
  unreachable: (host) => ({
    code: 'NETWORK_TIMEOUT',
    what: `No connection to ${host} could be made.`,
    why: 'Media is loaded directly, past any proxy, and there was no way to it in time.',
  }),
  tls: (host) => ({
    code: 'NETWORK_TLS',
    what: `No secure connection to ${host} could be made.`,
    why: 'Its certificate was not accepted, or the port does not speak TLS.',
  }),
  timeout: (host) => ({
    code: 'NETWORK_TIMEOUT',
    what: `${host} took too long.`,
    why: 'The media had not come completely after 15 seconds.',
  }),
  broken: (host) => ({
    code: 'NETWORK_BROKEN',
    what: `The connection to ${host} broke.`,
    why: 'The other side closed it, or answered with something that is not HTTP.',
  }),
  proxy: (host) => ({
    code: 'NETWORK_BROKEN',
    what: `The connection to ${host} broke.`,
    why: 'It ended somewhere else than at this host.',
  }),
  cancelled: (host) => ({
    code: 'CANCELLED',
    what: `Loading from ${host} was cancelled.`,
    why: 'The app is being closed.',
  }),
}
