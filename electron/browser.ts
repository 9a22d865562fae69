import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import open from 'open'
import packageJson from '../package.json' with { type: 'json' }
import { defaultDataFolder, prepareDataFolder } from './data-folder/data-folder.ts'
import { createLog, type Log } from './log/log.ts'
import { openConf } from './settings/open-conf.ts'
import { createFileSecretCodec } from './settings/secret-codec.ts'
import { createStoreThreads } from './store/worker-thread.ts'
import { createForkedAgents } from './tunnel/fork-agent.ts'
import { type BrowserOptions, readBrowserOptions } from './web/browser-options.ts'
import { createPageServer } from './web/page-server.ts'
import { printFailure } from './web/print-failure.ts'
import { printReady } from './web/print-ready.ts'
import { stopOnSignals } from './web/stop-on-signals.ts'
import { createWorkbench, type Workbench } from './workbench.ts'

/** Beside this file, built or not. */
const scriptNamed = (name: string) => join(import.meta.dirname, `${name}${extname(import.meta.filename)}`)

/** Browser mode: the services under plain Node, the page over loopback HTTP and a WebSocket. */
async function main(): Promise<void> {
  const options = readBrowserOptions(process.argv.slice(2), packageJson.version)
  const log = createLog('warn')
  const workbench = await openWorkbench(options, log)
  const pages = await openPages(options, workbench, log).catch(async (error: unknown) => {
    // What is already open would keep the process alive behind the message.
    await workbench.dispose()
    throw error
  })
  stopOnSignals(async () => {
    await pages.dispose()
    await workbench.dispose()
  }, log)
  printReady({ page: pages.url, ...workbench.urls() }, options.json)
  if (options.open && !options.json && hasDisplay()) await open(pages.oneTimeUrl())
}

function openWorkbench(options: BrowserOptions, log: Log): Promise<Workbench> {
  const { listenerPort, simulatorPort } = options
  const place = { platform: process.platform, home: homedir(), env: process.env }
  return createWorkbench({
    host: 'browser',
    version: packageJson.version,
    dataFolder: prepareDataFolder(
      options.data === undefined ? defaultDataFolder(place) : resolve(options.data),
    ),
    ...(listenerPort === undefined ? {} : { listenerPort }),
    ...(simulatorPort === undefined ? {} : { simulatorPort }),
    environment: process.env,
    openStoreFile: openConf,
    secretCodec: createFileSecretCodec(process.platform),
    startAgent: createForkedAgents(scriptNamed('tunnel-agent')),
    startStoreThread: createStoreThreads(scriptNamed('store-worker')),
    log,
  })
}

function openPages(options: BrowserOptions, workbench: Workbench, log: Log) {
  const { inbound, simulator } = workbench.urls()
  return createPageServer({
    wantedPort: options.port,
    avoidPorts: [inbound, simulator].flatMap((url) => (url === null ? [] : [Number(new URL(url).port)])),
    pageFolder: join(import.meta.dirname, '../renderer'),
    token: options.token ?? randomBytes(24).toString('base64url'),
    handlers: workbench.handlers,
    transfers: workbench.transfers,
    log,
  })
}

/** Without one, "open" would start a browser that nobody sees, or none. */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

main().catch((error: unknown) => {
  printFailure(error)
  process.exitCode = 1
})
