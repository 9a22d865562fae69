import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openConf } from '#electron/settings/open-conf.ts'
import { createFileSecretCodec } from '#electron/settings/secret-codec.ts'
import { createStoreThreads } from '#electron/store/worker-thread.ts'
import { createForkedAgents } from '#electron/tunnel/fork-agent.ts'
import { createWorkbench } from '#electron/workbench.ts'
import type { WorkbenchConfig } from '#electron/workbench-config.ts'
import { contract } from '#shared/contract.ts'
import { everything } from '#shared/search/filter-text.ts'
import type { WorkbenchState } from '#shared/workbench-state.ts'
import { createContractClient } from '../../renderer/bridge/contract-client.ts'
import { connected, pipeLink } from './links.ts'
import { recordedLog } from './recorded-log.ts'
import { tempFolder } from './temp-folder.ts'

const agentScript = join(import.meta.dirname, '../../electron/tunnel-agent.ts')
const storeScript = join(import.meta.dirname, '../../electron/store-worker.ts')

/** The whole workbench on free ports, with a page that speaks to it through the contract. */
export async function openWorkbench(change: Partial<WorkbenchConfig> = {}) {
  const { log, lines } = recordedLog()
  const config: WorkbenchConfig = {
    host: 'browser',
    version: '0.0.0-test',
    dataFolder: change.dataFolder ?? tempFolder(),
    listenerPort: 0,
    simulatorPort: 0,
    openStoreFile: openConf,
    secretCodec: createFileSecretCodec(process.platform),
    startAgent: createForkedAgents(agentScript),
    startStoreThread: createStoreThreads(storeScript),
    log,
    ...change,
  }
  const workbench = await createWorkbench(config)
  let isOpen = true
  const close = async () => {
    if (isOpen) await workbench.dispose()
    isOpen = false
  }
  onTestFinished(close)
  const link = await pipeLink(contract, () => workbench.handlers)
  const heard: string[] = []
  link.connection.onMessage((text) => heard.push(text))
  const client = createContractClient(contract, link.connection)
  await connected(link.connection)
  const { inbound, status, simulator } = workbench.urls()
  return {
    client,
    handlers: workbench.handlers,
    transfers: workbench.transfers,
    close,
    dataFolder: config.dataFolder,
    /** Everything the services have said to the page, as text. */
    heard,
    logLines: lines,
    urls: { inbound: inbound ?? '', status: status ?? '', simulator: simulator ?? '' },
    port: Number(new URL(inbound ?? '').port),
    rows: async () =>
      (await client.callbackPage({ filter: everything, order: 'newest', behindSeq: null, limit: 500 })).rows,
    async state(): Promise<WorkbenchState> {
      for await (const state of client.state({}, { signal: new AbortController().signal })) return state
      throw new Error('the state stream ended')
    },
  }
}

export type OpenWorkbench = Awaited<ReturnType<typeof openWorkbench>>

/** The bytes of a captured body, as the page can rebuild them. */
export async function capturedBytes({ client }: Pick<OpenWorkbench, 'client'>, seq: number): Promise<Buffer> {
  const { body } = await client.callback({ seq })
  return body.encoding === 'utf8' ? Buffer.from(body.text, 'utf8') : Buffer.from(body.data, 'base64')
}
