/** Functions that run inside the page: they can use nothing from outside themselves. */

/** Resolves with the time (ms since 1970) at which a row with this word has been painted. */
export function watchArrivals(word: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const isThere = [...document.querySelectorAll('[data-scope="list"] [role="option"]')].some((row) =>
        row.textContent?.includes(word),
      )
      if (!isThere) {
        requestAnimationFrame(look)
        return
      }
      // The frame after the one that drew it: it is on the screen.
      requestAnimationFrame(() => resolve(Date.now()))
    }
    look()
  })
}

/** Scrolls the list up and down as a hand would, for so long; resolves with the length of every frame in ms. */
export function scrollTo(how: { readonly seconds: number; readonly mostPx: number }): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const list = document.querySelector('[role="listbox"][data-scope="list"]')
    if (list === null) {
      reject(new Error('There is no list.'))
      return
    }
    const frames: number[] = []
    const startedAtMs = performance.now()
    let lastMs = startedAtMs
    let direction = 1
    const frame = () => {
      const nowMs = performance.now()
      frames.push(nowMs - lastMs)
      lastMs = nowMs
      if (nowMs - startedAtMs > how.seconds * 1_000) {
        resolve(frames)
        return
      }
      const end = Math.min(how.mostPx, list.scrollHeight - list.clientHeight)
      if (list.scrollTop >= end - 1) direction = -1
      if (list.scrollTop <= 1) direction = 1
      list.scrollTop += direction * 60
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

/** The seq of the newest row, which is the first where the list is at its top. */
export function newestSeq(): number {
  const list = document.querySelector('[role="listbox"][data-scope="list"]')
  list?.scrollTo(0, 0)
  const seqs = [...document.querySelectorAll('[data-scope="list"] [role="option"]')].map((row) =>
    Number(row.id.split('-')[1]),
  )
  return Math.max(...seqs)
}

export function newestSeqIs(wanted: number): boolean {
  document.querySelector('[role="listbox"][data-scope="list"]')?.scrollTo(0, 0)
  const seqs = [...document.querySelectorAll('[data-scope="list"] [role="option"]')].map((row) =>
    Number(row.id.split('-')[1]),
  )
  return Math.max(...seqs) >= wanted
}

/** Walks down the list to the row `after` and resolves with how many different rows above it were shown on the way. */
export async function walkList(after: number): Promise<number> {
  const list = document.querySelector('[role="listbox"][data-scope="list"]')
  const seen = new Set<number>()
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  let idleFrames = 0
  list?.scrollTo(0, 0)
  while (list !== null && idleFrames < 300) {
    await frame()
    const before = seen.size
    for (const row of document.querySelectorAll('[data-scope="list"] [role="option"]')) {
      const seq = Number(row.id.split('-')[1])
      if (seq <= after) return seen.size
      seen.add(seq)
    }
    idleFrames = seen.size === before ? idleFrames + 1 : 0
    list.scrollTop += list.clientHeight - 60
  }
  return seen.size
}
