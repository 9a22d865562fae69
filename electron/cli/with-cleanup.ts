/** Does work that opens things; what it hands to `cleanup` is closed when it has ended, however that was. */
export async function withCleanup<T>(work: (cleanup: AsyncDisposableStack) => Promise<T>): Promise<T> {
  const cleanup = new AsyncDisposableStack()
  try {
    return await work(cleanup)
  } finally {
    await cleanup.disposeAsync()
  }
}
