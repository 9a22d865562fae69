/** Lets everything that is ready run: one turn of the event loop, or several. */
export async function turns(count = 1): Promise<void> {
  for (let done = 0; done < count; done += 1) await new Promise((resolve) => setImmediate(resolve))
}

/**
 * Resolves when the condition holds. For what other processes and sockets bring about; the test's own time limit is
 * the only clock.
 */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5))
}
