import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { LoadOrder, LoadSigner } from './load-messages.ts'
import { LoadResult } from './load-messages.ts'

export type Load = Awaited<ReturnType<typeof startLoad>>

/** Starts the load process with so many signed callbacks ready to be sent; they are sent in turn, again from the first. */
export async function startLoad(count: number, signer: LoadSigner) {
  const child = fork(join(import.meta.dirname, 'load-process.ts'), { stdio: 'inherit' })
  const exit = once(child, 'exit').then(ended)
  // Told to whoever waits for an answer.
  exit.catch(() => undefined)
  const ask = async (order: LoadOrder): Promise<unknown> => {
    child.send(order)
    const [answer] = await Promise.race([once(child, 'message'), exit])
    return answer
  }
  await ask({ do: 'prepare', count, signer })
  return {
    fire: async (order: Omit<Extract<LoadOrder, { do: 'fire' }>, 'do'>) =>
      LoadResult.parse(await ask({ ...order, do: 'fire' })),
    dispose: (): void => {
      child.kill()
    },
  }
}

function ended(): never {
  throw new Error('The load process ended.')
}
