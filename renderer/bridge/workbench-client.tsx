import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { contract, type WorkbenchContract } from '#shared/contract.ts'
import type { PageBridge } from '#shared/page-bridge.ts'
import type { Client } from '#shared/rpc.ts'
import type { Connection, ConnectionState } from './connection.ts'
import { createContractClient } from './contract-client.ts'
import { openDesktopConnection } from './desktop-connection.ts'
import { openWebSocketConnection } from './websocket-connection.ts'

declare global {
  interface Window {
    readonly workbench?: PageBridge
  }
}

type WorkbenchLink = {
  readonly client: Client<WorkbenchContract>
  readonly subscribeState: (listener: () => void) => () => void
  readonly connectionState: () => ConnectionState
}

const LinkContext = createContext<WorkbenchLink | null>(null)

/** Connects this page to its services: through the preload on the desktop, through a WebSocket in a browser. */
export function openWorkbenchLink(): WorkbenchLink {
  const connection = openConnection()
  const listeners = new Set<() => void>()
  let state: ConnectionState = 'connecting'
  const client = createContractClient(contract, connection)
  connection.onState((next) => {
    state = next
    for (const listener of listeners) listener()
  })
  return {
    client,
    subscribeState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    connectionState: () => state,
  }
}

function openConnection(): Connection {
  if (window.workbench !== undefined) return openDesktopConnection(window.workbench)
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return openWebSocketConnection(`${scheme}://${location.host}/contract`)
}

export function WorkbenchProvider({ link, children }: { link: WorkbenchLink; children: ReactNode }) {
  return <LinkContext value={link}>{children}</LinkContext>
}

/** The contract's calls and streams. */
export function useWorkbench(): Client<WorkbenchContract> {
  return useLink().client
}

/** Whether the services can be reached. `lost` means: reconnecting by itself. */
export function useConnection(): { readonly state: ConnectionState } {
  const link = useLink()
  return { state: useSyncExternalStore(link.subscribeState, link.connectionState) }
}

function useLink(): WorkbenchLink {
  const link = useContext(LinkContext)
  if (link === null) throw new Error('The page is rendered outside WorkbenchProvider.')
  return link
}
