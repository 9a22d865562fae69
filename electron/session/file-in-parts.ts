import { PassThrough, type Readable } from 'node:stream'

type TakeImport = (id: string) => { readonly readFrom: (file: Readable) => Promise<void> } | null

/** Puts files together that the page sends in parts, where it has no other way to send one. */
export function createFilesInParts(take: TakeImport) {
  const files = new Map<string, PassThrough>()

  function fileOf(id: string): PassThrough | null {
    const waiting = take(id)
    if (waiting === null) return files.get(id) ?? null
    const file = new PassThrough()
    files.set(id, file)
    void waiting.readFrom(file).finally(() => files.delete(id))
    return file
  }

  /** Takes a part; resolves when there is room for the next one. Parts of what is over go nowhere. */
  return async (id: string, bytes: Uint8Array, isLast: boolean): Promise<void> => {
    const file = fileOf(id)
    if (file === null) return
    await written(file, bytes)
    if (isLast) file.end()
  }
}

/** Resolves when the stream has room again, or is gone. */
function written(file: PassThrough, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (file.destroyed || file.write(bytes)) return resolve()
    file.once('drain', resolve)
    file.once('close', resolve)
  })
}
