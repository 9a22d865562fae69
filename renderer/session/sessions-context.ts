import { createContext } from 'react'
import type { ExportRequest } from '#shared/session/session-job.ts'
import { useRequired } from '../components/use-required.ts'

type Sessions = {
  readonly askExport: () => void
  readonly startExport: (request: ExportRequest) => Promise<void>
  /** Asks for a file to import. */
  readonly askImport: () => void
  readonly importFile: (file: File) => void
}

export const SessionsContext = createContext<Sessions | null>(null)

/** What exports and imports. */
export function useSessions(): Sessions {
  return useRequired(SessionsContext)
}
