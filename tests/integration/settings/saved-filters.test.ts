import { expect, test } from 'vitest'
import { type OpenWorkbench, openWorkbench } from '../../support/open-workbench.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const explained = (code: string) =>
  expect.objectContaining({ explanation: expect.objectContaining({ code }) })

const savedOf = async ({ state }: Pick<OpenWorkbench, 'state'>) => (await state()).savedFilters

test('filters are saved, changed, kept over a restart and deleted', async () => {
  const dataFolder = tempFolder()
  const first = await openWorkbench({ dataFolder })
  const { id } = await first.client.saveFilter({ id: null, name: ' Failed ', text: ' has:error ' })
  await first.client.saveFilter({ id: null, name: 'All', text: '' })
  await first.client.saveFilter({ id, name: 'Rejected', text: 'status:rejected' })
  await first.close()

  const second = await openWorkbench({ dataFolder })
  const saved = await savedOf(second)
  expect(saved).toMatchObject([
    { id, name: 'Rejected', text: 'status:rejected' },
    { name: 'All', text: '' },
  ])
  await second.client.deleteFilter({ id })
  expect(await savedOf(second)).toMatchObject([{ name: 'All' }])
  const gone = second.client.saveFilter({ id, name: 'x', text: '' })
  await expect(gone).rejects.toThrow(explained('NOT_FOUND'))
})

test('a filter that cannot be read is refused wherever one is taken', async () => {
  const { client } = await openWorkbench()
  const filter = 'kind:foo'
  const page = { filter, order: 'newest', behindSeq: null, limit: 1 } as const
  const refused = explained('BAD_FILTER')
  await expect(client.callbackPage(page)).rejects.toThrow(refused)
  await expect(client.countCallbacks({ filter })).rejects.toThrow(refused)
  await expect(client.matchingCallbacks({ filter, seqs: [1] })).rejects.toThrow(refused)
  await expect(client.saveFilter({ id: null, name: 'x', text: filter })).rejects.toThrow(refused)
  await expect(client.countReplay({ selection: { kind: 'filter', filter } })).rejects.toThrow(refused)
})
