import { assertNever } from '../assert-never.ts'
import type { Explanation } from '../errors.ts'
import { explainNetwork } from '../messenger/explain-network.ts'
import { explainServiceRefusal } from './explain-service-refusal.ts'
import type { TunnelFailure, WrongAnswer } from './tunnel-failure.ts'

const CHECK_NETWORK = 'Check the network connection, VPN and firewall.'

/** Explains why there is no tunnel. The authtoken never appears: the failure must not hold it. */
export function explainTunnel(failure: TunnelFailure): Explanation {
  switch (failure.kind) {
    case 'refused':
      return explainServiceRefusal(failure.serviceCode, failure.message)
    case 'not-back':
      return notBack(failure.host, explainNetwork(failure.failure, failure.host))
    case 'wrong-answer':
      return wrongAnswer(failure.host, failure.answer)
    case 'timeout':
      return timedOut(failure.step, Math.round(failure.limitMs / 1000))
    case 'unreachable':
      return UNREACHABLE
    case 'tls':
      return TLS
    case 'nonsense':
      return NONSENSE
    case 'lost':
      return LOST
    case 'silent':
      return SILENT
    case 'no-listener':
      return NO_LISTENER
    case 'stopped':
      return { ...STOPPED, why: failure.message }
    case 'options':
      return { ...OPTIONS, why: failure.message }
    case 'agent':
      return { ...AGENT, why: failure.message }
    case 'other':
      return { ...OTHER, why: failure.message }
    default:
      return assertNever(failure)
  }
}

function timedOut(step: 'connect' | 'bind', seconds: number): Explanation {
  return {
    code: 'TUNNEL_TIMEOUT',
    what:
      step === 'connect'
        ? `ngrok’s service did not answer within ${seconds} s.`
        : `ngrok’s service gave no public address within ${seconds} s.`,
    why: 'It took the connection and then said nothing. A firewall, a VPN or trouble at ngrok can do that.',
    fix: `${CHECK_NETWORK} Trouble at ngrok is listed at status.ngrok.com.`,
  }
}

const UNREACHABLE: Explanation = {
  code: 'TUNNEL_UNREACHABLE',
  what: 'ngrok’s service cannot be reached.',
  why: 'This computer is offline, its name service does not answer, or the connection is refused.',
  fix: `${CHECK_NETWORK} Agents connect to connect.ngrok-agent.com, port 443.`,
}

const TLS: Explanation = {
  code: 'TUNNEL_TLS',
  what: 'No secure connection to ngrok’s service could be made.',
  why: 'The certificate was not ngrok’s. A company proxy, a virus scanner or the login page of a network answers in its place.',
  fix: 'Log in to the network. Behind a company proxy, enter host or the path of its certificate as certificate authority in Settings.',
}

const NONSENSE: Explanation = {
  code: 'TUNNEL_NOT_NGROK',
  what: 'The connection to ngrok’s service broke off while logging in.',
  why: 'What answered closed the connection or does not speak ngrok’s protocol.',
  fix: 'Check the server address in Settings. If it is empty, a proxy on the way is in between.',
}

const LOST: Explanation = {
  code: 'TUNNEL_LOST',
  what: 'The connection to ngrok’s service was lost.',
  why: 'The network changed or was away for a moment, or the service dropped the connection.',
  fix: 'It is being made again. Vonage delivers what fails meanwhile again for 24 hours.',
}

const SILENT: Explanation = {
  code: 'TUNNEL_LOST',
  what: 'ngrok’s service no longer answers heartbeats.',
  why: 'The connection looks open but carries nothing, as after sleep or a change of network.',
  fix: 'It is being made again. Vonage delivers what fails meanwhile again for 24 hours.',
}

const NO_LISTENER: Explanation = {
  code: 'LISTENER_NOT_RUNNING',
  what: 'The listener is not running, so there is nothing to make public.',
  why: 'Its port could not be opened.',
  fix: 'Choose another listener port in Settings.',
}

const STOPPED = {
  code: 'TUNNEL_STOPPED',
  what: 'The tunnel was stopped at ngrok’s service.',
  fix: 'It is started again. If somebody stopped it in the ngrok dashboard, stop it here too.',
} as const

const OPTIONS = {
  code: 'TUNNEL_OPTIONS',
  what: 'The tunnel cannot be started with these settings.',
  fix: 'Correct the server address or the certificate authority in Settings.',
} as const

const AGENT = {
  code: 'TUNNEL_AGENT',
  what: 'The process that runs the tunnel could not be started or ended by itself.',
  fix: 'It is started again. If that keeps failing, install the app again.',
} as const

const OTHER = {
  code: 'TUNNEL_OTHER',
  what: 'The tunnel could not be started.',
  fix: 'It is tried again. If it keeps failing, report it with this text.',
} as const

function notBack(host: string, { why }: Explanation): Explanation {
  return {
    code: 'TUNNEL_SELF_TEST',
    what: `A test request to ${host} did not come back.`,
    why,
    fix: `${CHECK_NETWORK} Until the test comes back, Vonage cannot be expected to get through either.`,
  }
}

function wrongAnswer(host: string, { httpStatus, isPage, serviceCode }: WrongAnswer): Explanation {
  if (serviceCode !== null) {
    return {
      code: 'TUNNEL_SELF_TEST',
      what: `ngrok answered a test request to ${host} itself, with ${httpStatus}.`,
      why: `Its code is ${serviceCode}: the request did not reach the listener.`,
      fix: `The tunnel is made anew. The code is explained at ngrok.com/docs/errors/${serviceCode.toLowerCase()}.`,
    }
  }
  if (isPage) {
    return {
      code: 'TUNNEL_PORTAL',
      what: `A web page answered a test request to ${host}, not the listener.`,
      why: 'That is what the login page of a network does, or a proxy that blocks the address.',
      fix: 'Open any page in a browser, log in to the network, then choose Try now.',
    }
  }
  return {
    code: 'TUNNEL_SELF_TEST',
    what: `Something other than the listener answered a test request to ${host}, with ${httpStatus}.`,
    why: 'The address leads to another program or another port.',
    fix: 'Let the tunnel forward to the port of the listener, and pass paths on unchanged.',
  }
}
