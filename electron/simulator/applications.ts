import { withoutMemberAt, withValueAt } from '#shared/messenger/json-text.ts'
import type { SimulatorApplication } from './simulator-application.ts'

export type Applications = ReturnType<typeof createApplications>

/**
 * The applications of the simulated account, each as raw JSON text, for as long as the simulator runs. The first is the
 * simulator's own, with other capabilities and members beside the documented ones, as live applications have them.
 */
export function createApplications(own: SimulatorApplication) {
  const texts = new Map([[own.id, JSON.stringify(ownApplication(own))]])

  return {
    ids: () => [...texts.keys()],
    /** As the API shows it, `_links` included; null when there is none. */
    shown(id: string): string | null {
      const text = texts.get(id)
      if (text === undefined) return null
      return withValueAt(text, ['_links'], JSON.stringify({ self: { href: `/v2/applications/${id}` } }))
    },
    /** Puts this text in the place of the whole application; id and `_links` are not the client's to say. */
    replace(id: string, text: string): void {
      const bare = withoutMemberAt(withoutMemberAt(text, ['_links']), ['id'])
      const body = bare.trimStart().slice(1).trimStart()
      texts.set(id, `{"id":${JSON.stringify(id)}${body.startsWith('}') ? '' : ','}${body}`)
    },
  }
}

function ownApplication({ id, publicKeyPem }: SimulatorApplication) {
  const webhook = (address: string) => ({ address, http_method: 'POST' })
  return {
    id,
    name: 'Simulator',
    keys: { public_key: publicKeyPem },
    privacy: { improve_ai: false },
    capabilities: {
      messages: {
        webhooks: {
          inbound_url: webhook('https://example.com/webhooks/inbound'),
          status_url: webhook('https://example.com/webhooks/status'),
        },
        version: 'v1',
        authenticate_inbound_media: true,
      },
      voice: {
        webhooks: {
          answer_url: {
            address: 'https://example.com/answer',
            http_method: 'GET',
            socket_timeout: 5000,
            connect_timeout: 1000,
          },
        },
        signed_callbacks: true,
        conversations_ttl: 48,
        leg_persistence_time: 7,
        region: 'na-east',
      },
      vbc: {},
    },
  }
}
