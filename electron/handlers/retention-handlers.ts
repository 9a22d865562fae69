import type { WorkbenchContract } from '#shared/contract.ts'
import { WorkbenchError } from '#shared/errors.ts'
import type { retentionContract } from '#shared/retention-contract.ts'
import type { Handlers } from '#shared/rpc.ts'
import type { Services } from '../services.ts'
import type { Store } from '../store/store.ts'

type Needed = Pick<
  Services,
  'store' | 'settings' | 'retention' | 'deletions' | 'storedNow' | 'durability' | 'refresh'
>

/** What is kept and for how long: the contract's calls, answered by the services. */
export function retentionHandlers({
  store,
  settings,
  retention,
  deletions,
  durability,
  storedNow,
  refresh,
}: Needed): Pick<Handlers<WorkbenchContract>, keyof typeof retentionContract> {
  return {
    storedNow: async () => storedNow(),
    saveRetention: async (limits) => {
      settings.update({ retention: limits })
      refresh()
      void retention.look()
      return {}
    },
    saveDurability: async (wanted) => {
      durability.save(wanted.durability)
      refresh()
      return {}
    },
    pinCallbacks: async ({ seqs, isPinned }) => {
      for (const seq of seqs) {
        await mustBeThere(store, seq)
        await store.setPin(seq, isPinned, Date.now())
      }
      return {}
    },
    callbackNote: async ({ seq }) => ({ text: await store.noteOf(seq) }),
    noteCallback: async ({ seq, text }) => {
      await mustBeThere(store, seq)
      await store.setNote(seq, text, Date.now())
      return {}
    },
    countDeletion: async (deletion) => deletions.count(deletion),
    deleteCallbacks: async (deletion) => deletions.start(deletion),
    undoDelete: async ({ id }) => {
      await deletions.undo(id)
      return {}
    },
  }
}

/** What was deleted can be neither pinned nor noted. Throws NOT_FOUND. */
async function mustBeThere(store: Pick<Store, 'row'>, seq: number): Promise<void> {
  if ((await store.row(seq)) !== null) return
  throw new WorkbenchError({
    code: 'NOT_FOUND',
    what: `Callback ${seq} is not in the store.`,
    why: 'It was deleted.',
    fix: 'Undo the deletion while that is offered, or choose another callback.',
  })
}
