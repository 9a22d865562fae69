import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names =
  | 'applications'
  | 'pageLinks'
  | 'pointPreview'
  | 'pointApplication'
  | 'restoreAddresses'
  | 'leaveAddresses'
  | 'createApplication'

/** Pointing applications here, and back: the contract's calls, answered by the services. */
export function addressHandlers({ addresses }: Services): Pick<Handlers<WorkbenchContract>, Names> {
  const { pointing } = addresses
  return {
    applications: async ({ profileId }) => ({ applications: [...(await addresses.applications(profileId))] }),
    pageLinks: async ({ profileId }) => ({
      pages: (await addresses.pageLinks(profileId)).map((page) => ({
        ...page,
        applications: [...page.applications],
      })),
    }),
    pointPreview: (request) => pointing.preview(request),
    pointApplication: (request) => pointing.point(request),
    restoreAddresses: ({ journalId }) => pointing.restore(journalId),
    leaveAddresses: ({ journalId }) => pointing.leave(journalId),
    createApplication: (request) => addresses.createApplication(request),
  }
}
