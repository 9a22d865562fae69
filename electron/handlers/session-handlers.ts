import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { sessionContract } from '#shared/session/session-contract.ts'
import type { Services } from '../services.ts'

/** Exports and imports: the contract's calls, answered by the services. */
export function sessionHandlers({
  sessions,
  events,
}: Pick<Services, 'sessions' | 'events'>): Pick<Handlers<WorkbenchContract>, keyof typeof sessionContract> {
  return {
    previewExport: async (request) => {
      const preview = await sessions.preview(request)
      return { ...preview, lines: [...preview.lines] }
    },
    startExport: async (request) => ({ job: await sessions.startExport(request) }),
    startImport: async ({ fileName, sizeBytes }) => ({ job: sessions.startImport(fileName, sizeBytes) }),
    importPart: async ({ jobId, base64, isLast }) => {
      await sessions.importPart(jobId, Buffer.from(base64, 'base64'), isLast)
      return {}
    },
    openImport: async () => ({ job: await sessions.openImport() }),
    cancelSessionJob: async ({ jobId }) => {
      sessions.cancel(jobId)
      return {}
    },
    sessionJobs: async () => ({ jobs: [...sessions.jobs()] }),
    sessionEvents: (_input, options) => events.sessions.subscribe(options),
  }
}
