import type { ForwardSettings } from '#shared/forward.ts'
import { everything } from '#shared/search/filter-text.ts'
import type { TargetDelivery } from '#shared/target.ts'
import { type OpenWorkbench, openWorkbench } from './open-workbench.ts'
import { until } from './turn.ts'

/** A workbench that forwards to a server of the test; unsigned callbacks as well, unless told otherwise. */
export async function openForwarding(origin: string, change: Partial<ForwardSettings> = {}) {
  const workbench = await openWorkbench()
  const { id: targetId } = await workbench.client.saveTarget(targetInput(origin))
  const settings: ForwardSettings = {
    ...{ isOn: true, targetId, mode: 'acknowledge-first', filter: everything, isUnverifiedAllowed: true },
    ...change,
  }
  await workbench.client.saveForwardSettings(settings)
  return {
    ...workbench,
    settings,
    post: (body: string, headers: Record<string, string> = {}) =>
      fetch(workbench.urls.inbound, { method: 'POST', body, headers }),
    /** What came of the callbacks, oldest first, once there are that many. */
    deliveries: (count: number) => deliveriesOf(workbench, count),
  }
}

export function targetInput(origin: string) {
  return {
    id: null,
    name: 'My server',
    baseUrl: origin,
    inboundPath: '/webhooks/inbound-message',
    statusPath: '/webhooks/message-status',
    allowedHost: null,
  }
}

/** An inbound message as Vonage sends it. */
export function inboundBody(messageUuid: string, text = 'hi'): string {
  return JSON.stringify({ message_uuid: messageUuid, message_type: 'text', text, from: '1', to: '2' })
}

async function deliveriesOf(
  { client, rows }: OpenWorkbench,
  count: number,
): Promise<readonly TargetDelivery[]> {
  let found: readonly TargetDelivery[] = []
  await until(async () => {
    const lists = await Promise.all(
      (await rows()).map(({ seq }) => client.targetDeliveries({ callbackSeq: seq })),
    )
    found = lists.flatMap(({ deliveries }) => deliveries)
    return found.length >= count
  })
  return found.toSorted((one, other) => one.callbackSeq - other.callbackSeq || one.atMs - other.atMs)
}
