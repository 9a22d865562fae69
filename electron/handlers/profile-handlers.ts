import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names =
  | 'saveProfile'
  | 'duplicateProfile'
  | 'deleteProfile'
  | 'activateProfile'
  | 'readCredentials'
  | 'importCredentials'

/** Profiles and their import: the contract's calls, answered by the services. */
export function profileHandlers({
  profiles,
  credentialImport,
  addresses,
}: Services): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    saveProfile: async (input) => ({ id: await profiles.save(input) }),
    duplicateProfile: async ({ id }) => ({ id: await profiles.duplicate(id) }),
    deleteProfile: async ({ id }) => {
      await addresses.pointing.restoreOf(id)
      profiles.remove(id)
      return {}
    },
    readCredentials: async ({ text, fileName }) => credentialImport.preview(text, fileName),
    importCredentials: async (input) => ({ id: await credentialImport.take(input) }),
    activateProfile: async ({ id }) => {
      profiles.activate(id)
      return {}
    },
  }
}
