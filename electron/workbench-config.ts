import type { Log } from './log/log.ts'
import type { SessionFiles } from './session/session-files.ts'
import type { SecretCodec } from './settings/secret-codec.ts'
import type { OpenStoreFile } from './settings/store-file.ts'
import type { StartStoreThread } from './store/store-thread.ts'
import type { StartAgent } from './tunnel/start-agent.ts'

/** What a host decides for the services. */
export type WorkbenchConfig = {
  readonly host: 'desktop' | 'browser'
  readonly version: string
  readonly dataFolder: string
  /** For this run only; without them the settings decide. */
  readonly listenerPort?: number
  readonly simulatorPort?: number
  /** Environment variables; what they say of Vonage credentials becomes a profile. Without them there is none. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly openStoreFile: OpenStoreFile
  readonly secretCodec: SecretCodec
  /** Where the page itself may not reach the clipboard. */
  readonly copyText?: (text: string) => Promise<void>
  /** Where the app asks for files itself; else the page fetches and sends them. */
  readonly sessionFiles?: SessionFiles
  /** Starts the tunnel's own process. */
  readonly startAgent: StartAgent
  /** Starts the threads that index and read stored callbacks. */
  readonly startStoreThread: StartStoreThread
  readonly log: Log
}
