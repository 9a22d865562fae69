import { expect, test } from 'vitest'
import { contractCases, contractSubjects, contractTreatments } from '#shared/messenger/contract-cases.ts'
import { CallbackFault } from '#shared/simulator.ts'

test('every message type and status is tried in both versions, valid and with every fault', () => {
  const types = (kind: string) => contractSubjects.filter((one) => one.kind === kind).map(({ type }) => type)
  expect(types('inbound')).toEqual(['text', 'image', 'audio', 'video', 'file', 'unsupported'])
  expect(types('status')).toEqual(['submitted', 'delivered', 'read', 'rejected', 'undeliverable'])
  expect(contractTreatments.map(({ name }) => name).toSorted()).toEqual(
    ['valid', ...CallbackFault.options].toSorted(),
  )
  expect(contractCases).toHaveLength(2 * 11 * 11)
})

test('cases have ids of their own that can be read, and say what is expected', () => {
  expect(new Set(contractCases.map(({ id }) => id)).size).toBe(contractCases.length)
  expect(contractCases[0]).toEqual({
    id: 'v1/inbound/text/valid',
    title: 'v1 text messages',
    version: 'v1',
    kind: 'inbound',
    type: 'text',
    fault: null,
    expectation: 'Accepted with 2xx.',
  })
  expect(contractCases.find(({ id }) => id === 'v0.1/status/read/unsigned')).toMatchObject({
    title: 'Unsigned v0.1 read statuses',
    fault: 'unsigned',
    expectation: expect.stringContaining('5xx'),
  })
})
