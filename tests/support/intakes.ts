import type { Intake } from '#electron/store/intake.ts'
import { fixtureBytes, fixtureNames } from './fixtures.ts'

/** A captured POST to the inbound webhook, as the listener hands it to the store. */
export function intakeOf(body: string | Uint8Array, change: Partial<Intake> = {}): Intake {
  return {
    receivedAtMs: 1_700_000_000_000,
    route: 'inbound',
    method: 'POST',
    path: '/webhooks/inbound-message',
    flaw: null,
    headers: [['Host', 'x']],
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    ...change,
  }
}

/** One of every kind of captured request. */
export function assortedIntakes(): readonly Intake[] {
  const fixtures = [...fixtureNames('-inbound-'), ...fixtureNames('-status-')]
  return [
    ...fixtures.map((name) => intakeOf(fixtureBytes(name))),
    intakeOf(''),
    intakeOf('not json'),
    intakeOf(Uint8Array.of(0xff, 0xfe)),
    intakeOf('{"message_uuid":"nul","message_type":"text","text":"a\\u0000b \\ud800"}'),
    intakeOf('{}', { route: 'other', path: '/' }),
    intakeOf('{}', { method: 'GET' }),
    intakeOf('', { flaw: 'too-large' }),
    intakeOf('{"mess', { flaw: 'cut-off' }),
  ]
}

export function statusIntake(messageUuid: string, status: string, receivedAtMs: number): Intake {
  const body = JSON.stringify({ message_uuid: messageUuid, status, to: '2', from: '1' })
  return intakeOf(body, { route: 'status', path: '/webhooks/message-status', receivedAtMs })
}
