/** How long a page took to show what was clicked on. */
export type Opening = { readonly visibleAfterMs: number; readonly longestTaskMs: number }

type Row = { readonly index: number; readonly sign: string }

/** Runs in the page: clicks on a row and waits for the frame in which the details show `sign`. */
export async function openRow({ index, sign }: Row): Promise<Opening> {
  const tasks: number[] = []
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration))
  })
  observer.observe({ type: 'longtask' })
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const isShown = () =>
    document.querySelector('[data-pane="details"] [role="tabpanel"]')?.textContent.includes(sign) ?? false
  const startedAtMs = performance.now()
  const down = new MouseEvent('mousedown', { bubbles: true, button: 0 })
  document.querySelectorAll('[role="option"]')[index]?.dispatchEvent(down)
  while (!isShown()) await frame()
  // The frame after the next one begins when what is there now is on the screen.
  await frame()
  await frame()
  const visibleAfterMs = performance.now() - startedAtMs
  await new Promise((resolve) => setTimeout(resolve, 300))
  tasks.push(...observer.takeRecords().map(({ duration }) => duration))
  observer.disconnect()
  return { visibleAfterMs, longestTaskMs: Math.max(0, ...tasks) }
}
