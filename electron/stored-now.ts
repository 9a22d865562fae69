import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredNow } from '#shared/retention.ts'
import type { Store } from './store/store.ts'

const FILES = ['callbacks.db', 'callbacks.db-wal', 'index.db', 'index.db-wal']

/** How much is stored at this moment, and what the files of it take. */
export async function storedNow(
  store: Pick<Store, 'sizes' | 'kept'>,
  dataFolder: string,
): Promise<StoredNow> {
  const { events, callbacks, bytes } = store.sizes()
  const sizes = await Promise.all(FILES.map((name) => sizeOf(join(dataFolder, name))))
  const fileBytes = sizes.reduce((sum, size) => sum + size, 0)
  return { events, callbacks, bytes, kept: await store.kept(), fileBytes }
}

/** A side file that is not there takes nothing. */
async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => null))?.size ?? 0
}
