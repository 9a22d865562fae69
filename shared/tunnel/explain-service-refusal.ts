import type { Explanation } from '../errors.ts'

const TOKEN_LINK = 'https://dashboard.ngrok.com/get-started/your-authtoken'
const AGENTS_LINK = 'https://dashboard.ngrok.com/agents'
const DOMAINS_LINK = 'https://dashboard.ngrok.com/domains'

/**
 * Explains a refusal of ngrok's service by its code. `message` are the service's own words, without the authtoken.
 * Source: ngrok's public error reference.
 */
export function explainServiceRefusal(serviceCode: string, message: string): Explanation {
  const known = KNOWN[serviceCode]
  if (known !== undefined) return { ...known, why: `${known.why} (${serviceCode})` }
  return {
    code: 'TUNNEL_REFUSED',
    what: `ngrok refused the tunnel with ${serviceCode}.`,
    why: message,
    fix: 'Follow what ngrok says there, then choose Try now.',
    link: `https://ngrok.com/docs/errors/${serviceCode.toLowerCase()}`,
  }
}

const KNOWN: Readonly<Record<string, Explanation>> = {
  ERR_NGROK_4018: {
    code: 'TUNNEL_TOKEN_MISSING',
    what: 'ngrok needs an authtoken.',
    why: 'None is stored here, and the service takes agents of verified accounts only.',
    fix: 'Copy your authtoken from the ngrok dashboard into Settings.',
    link: TOKEN_LINK,
  },
  ERR_NGROK_105: {
    code: 'TUNNEL_TOKEN_MALFORMED',
    what: 'The authtoken is not one of ngrok’s.',
    why: 'It does not have the form of an authtoken. An API key of ngrok is something else, and part of the text may be missing.',
    fix: 'Copy the whole authtoken from the ngrok dashboard into Settings.',
    link: TOKEN_LINK,
  },
  ERR_NGROK_107: {
    code: 'TUNNEL_TOKEN_INVALID',
    what: 'ngrok does not accept the authtoken.',
    why: 'It has the right form but belongs to no account: it was reset or revoked, or is of a deleted user.',
    fix: 'Copy the present authtoken from the ngrok dashboard into Settings.',
    link: TOKEN_LINK,
  },
  ERR_NGROK_108: {
    code: 'TUNNEL_AGENT_LIMIT',
    what: 'The ngrok account already runs as many agents as it may.',
    why: 'Another program or computer uses the same account. An agent that was just ended counts for up to 30 s more.',
    fix: 'Stop the other agent; it is tried again here every 30 s. The dashboard lists the agents.',
    link: AGENTS_LINK,
  },
  ERR_NGROK_334: {
    code: 'TUNNEL_DOMAIN_IN_USE',
    what: 'The domain is already online somewhere else.',
    why: 'Another agent serves it. One that was just ended holds it for up to 30 s more.',
    fix: 'Stop the other agent or choose another domain; it is tried again here every 30 s.',
    link: AGENTS_LINK,
  },
  ERR_NGROK_326: {
    code: 'TUNNEL_DOMAIN_INVALID',
    what: 'ngrok does not let this account use the domain.',
    why: 'It is not a domain of the account, or is misspelled.',
    fix: 'Copy a domain from the ngrok dashboard into Settings, or leave the field empty.',
    link: DOMAINS_LINK,
  },
}
