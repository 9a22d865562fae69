import { writeFileSync } from 'node:fs'
import { openAgentSide } from './agent-side.ts'
import { makeCertificates } from './certificates.ts'
import { createEndpoints } from './endpoints.ts'
import { openPublicSide } from './public-side.ts'
import { friendly, type StandinRules } from './standin-rules.ts'

export type NgrokStandin = Awaited<ReturnType<typeof startNgrokStandin>>

/**
 * The ngrok service on loopback, enough of it for the official SDK: agents connect with TLS, prove themselves, bind an
 * endpoint and carry traffic that comes in on a public port. Its behaviour follows `rules`, which may change any time.
 */
export async function startNgrokStandin(change: Partial<StandinRules> = {}) {
  const rules: StandinRules = { ...friendly, ...change }
  const certificates = makeCertificates()
  const watchers = new Set<() => void>()
  const publicSide = await openPublicSide({ endpoints: () => endpoints, rules })
  const endpoints = createEndpoints({ rules, urlOf: (host) => `http://${host}:${publicSide.port}` })
  const agentSide = await openAgentSide({
    certificates,
    endpoints,
    rules,
    onChange: () => {
      for (const watcher of [...watchers]) watcher()
    },
  })
  let isListening = true
  return {
    rules,
    publicPort: publicSide.port,
    serverAddress: agentSide.address,
    /** Where the SDK finds the authority of the service's certificate. */
    writeCa: (path: string) => writeFileSync(path, certificates.caPem),
    sessionCount: agentSide.sessionCount,
    connectionCount: agentSide.connectionCount,
    endpoints: endpoints.all,
    dropSessions: agentSide.dropSessions,
    async stopListening() {
      isListening = false
      await agentSide.stopListening()
    },
    async startListening() {
      await agentSide.startListening()
      isListening = true
    },
    /** Resolves once it holds; asked again after every request or loss of an agent. */
    when: (holds: () => boolean) =>
      new Promise<void>((resolve) => {
        const check = () => {
          if (!holds()) return
          watchers.delete(check)
          resolve()
        }
        watchers.add(check)
        check()
      }),
    async close() {
      if (isListening) await agentSide.stopListening()
      await publicSide.close()
    },
  }
}
