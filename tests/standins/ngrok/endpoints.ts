import { randomBytes } from 'node:crypto'
import type { BindRequest } from './agent-requests.ts'
import type { Mux } from './mux.ts'
import { serviceErrors } from './service-errors.ts'
import type { StandinRules } from './standin-rules.ts'

export type Endpoint = {
  readonly id: string
  readonly host: string
  readonly url: string
  /** What an agent shows to get the same address back. */
  readonly token: string
  readonly mux: Mux
}

export type Endpoints = ReturnType<typeof createEndpoints>

type Deps = {
  readonly rules: StandinRules
  /** The public address of a host name. */
  readonly urlOf: (host: string) => string
}

/** Which agent stands behind which public host name. */
export function createEndpoints({ rules, urlOf }: Deps) {
  const byHost = new Map<string, Endpoint>()
  const hostOfToken = new Map<string, string>()

  return {
    find: (host: string) => byHost.get(host),
    all: (): readonly Endpoint[] => [...byHost.values()],
    bind({ Id, Opts, Extra }: BindRequest, mux: Mux): { endpoint: Endpoint } | { error: string } {
      const token = Extra.Token === '' ? randomBytes(12).toString('hex') : Extra.Token
      const wanted = hostOfToken.get(token) ?? Opts.Domain ?? Opts.Hostname ?? ''
      if (wanted !== '' && rules.domains !== null && !rules.domains.includes(wanted)) {
        return { error: serviceErrors.invalidDomain(wanted) }
      }
      const host = wanted === '' ? `${randomBytes(6).toString('hex')}.localhost` : wanted
      const holder = byHost.get(host)
      // An agent that comes back wins over its own dead predecessor.
      if (holder !== undefined && holder.token !== token) return { error: serviceErrors.inUse(urlOf(host)) }
      const id = Id === '' ? `ep_${randomBytes(12).toString('hex')}` : Id
      const endpoint: Endpoint = { id, host, url: urlOf(host), token, mux }
      byHost.set(host, endpoint)
      hostOfToken.set(token, host)
      return { endpoint }
    },
    unbind(id: string): void {
      for (const endpoint of [...byHost.values()]) if (endpoint.id === id) byHost.delete(endpoint.host)
    },
    lost(mux: Mux): void {
      for (const endpoint of [...byHost.values()]) if (endpoint.mux === mux) byHost.delete(endpoint.host)
    },
  }
}
