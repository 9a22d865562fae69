import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names = 'saveProfile' | 'deleteProfile' | 'activateProfile'

export function profileHandlers({ profiles }: Services): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    saveProfile: async (input) => ({ id: await profiles.save(input) }),
    deleteProfile: async ({ id }) => {
      profiles.remove(id)
      return {}
    },
    activateProfile: async ({ id }) => {
      profiles.activate(id)
      return {}
    },
  }
}
