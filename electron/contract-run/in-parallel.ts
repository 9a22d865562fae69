/**
 * Does `work` for each item, `concurrency` of them at a time, begun in order. Begins no more once the signal is aborted;
 * resolves when what was begun has ended.
 */
export async function inParallel<T>(
  items: readonly T[],
  { concurrency, signal }: { readonly concurrency: number; readonly signal: AbortSignal },
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const takeTurns = async () => {
    for (const item of queue) {
      if (signal.aborted) return
      await work(item)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, takeTurns))
}
