import { expect, it } from 'vitest'
import { everything } from '#shared/search/filter-text.ts'
import { usualSimulatorSettings } from '#shared/simulator.ts'
import { inboundBody, targetInput } from '../../support/forwarding.ts'
import { capture } from '../../support/local-server.ts'
import { type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { until } from '../../support/turn.ts'

const USUAL = 'usual:simulator'
const answering = () => capture((_received, response) => response.end())

/** Has the usual target, as it is before anything was saved, be where callbacks are passed on to. */
async function forwardToUsual(): Promise<OpenWorkbench> {
  const workbench = await openWorkbench()
  await workbench.client.saveForwardSettings({
    ...{ isOn: true, targetId: USUAL, mode: 'acknowledge-first', filter: everything },
    isUnverifiedAllowed: true,
  })
  return workbench
}

it('stays what callbacks are forwarded and simulated to when it is edited', async () => {
  const { client, state, urls } = await forwardToUsual()
  const destination = { kind: 'target', targetId: USUAL } as const
  await client.saveSimulatorSettings({ ...usualSimulatorSettings, destination })
  const server = await answering()
  expect(await client.saveTarget({ ...targetInput(server.origin), id: USUAL })).toEqual({ id: USUAL })
  await fetch(urls.inbound, { method: 'POST', body: inboundBody('m1') })
  await server.until(1)
  const message = { type: 'text', text: 'hi' } as const
  await client.simulateInbound({ psid: null, message, version: null, fault: null })
  await server.until(2)
  expect((await state()).forward.settings).toMatchObject({ isOn: true, targetId: USUAL })
})

it('stays, forwarded to, when another target is entered', async () => {
  const { client, state } = await forwardToUsual()
  const { id } = await client.saveTarget(targetInput((await answering()).origin))
  const { targets, forward } = await state()
  expect(targets.map((target) => target.id)).toEqual([USUAL, id])
  expect(forward.settings).toMatchObject({ isOn: true, targetId: USUAL })
})

it('is not forwarded to any more when it comes back after the last target was deleted', async () => {
  const { client, state } = await forwardToUsual()
  await client.saveTarget({ ...targetInput((await answering()).origin), id: USUAL })
  await client.deleteTarget({ id: USUAL })
  await until(async () => !(await state()).forward.settings.isOn)
  expect((await state()).targets).toMatchObject([{ id: USUAL, baseUrl: 'http://localhost:3000' }])
})

it('gives way to the target that was entered where none has been chosen', async () => {
  const { client, state } = await openWorkbench()
  expect((await state()).forward.settings).toMatchObject({ isOn: false, targetId: USUAL })
  const { id } = await client.saveTarget(targetInput((await answering()).origin))
  await client.saveTarget(targetInput((await answering()).origin))
  expect((await state()).forward.settings).toMatchObject({ isOn: false, targetId: id })
})
