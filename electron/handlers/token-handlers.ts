import type { WorkbenchContract } from '#shared/contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'

type Names = 'makeToken' | 'readToken' | 'compareApplicationKey'

/** Tokens: the contract's calls, answered by the services. */
export function tokenHandlers({ tokenDesk }: Services): Pick<Handlers<WorkbenchContract>, Names> {
  return {
    makeToken: (request) => tokenDesk.make(request),
    readToken: async ({ text }) => tokenDesk.read(text),
    compareApplicationKey: (request) => tokenDesk.compare(request),
  }
}
