import { once } from 'node:events'
import { Writable } from 'node:stream'

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

export type Terminal = ReturnType<typeof createTerminal>

const CLEAR_LINE = '\r\u001b[2K'
/** For text that has to fit somewhere where nothing says how much fits. */
const USUAL_COLUMNS = 80

/** Where a command prints: what it was asked for to `out`, everything about it to `err`. */
export function createTerminal(out: Stream, err: Stream) {
  let isProgressShown = false

  function clearProgress(): void {
    if (isProgressShown) err.write(CLEAR_LINE)
    isProgressShown = false
  }

  return {
    /** Takes what is printed as it is. The process's own stdout says nothing of its end, so it is not handed out. */
    stream: () => new Writable({ write: (chunk: Buffer, _encoding, done) => void out.write(chunk, done) }),
    isWatched: out.isTTY === true,
    /** Columns of the terminal that `out` is; null where it is a file or another program. */
    columns: out.isTTY === true ? (out.columns ?? USUAL_COLUMNS) : null,
    errColumns: err.columns ?? USUAL_COLUMNS,
    /** Prints lines; resolves when more may be printed. */
    async print(text: string): Promise<void> {
      clearProgress()
      if (!out.write(`${text}\n`)) await once(out, 'drain')
    },
    say(text: string): void {
      clearProgress()
      err.write(`${text}\n`)
    },
    /** One line that the next one replaces; only where somebody watches. */
    progress(text: string): void {
      if (err.isTTY !== true) return
      err.write(`${CLEAR_LINE}${text}`)
      isProgressShown = true
    },
  }
}
