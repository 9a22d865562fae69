/** One figure of a benchmark. Compare `ratio` rows only: their two sides were measured in turns in the same run. */
export type BenchRow = {
  readonly name: string
  readonly unit: 'ms' | 'req/s' | 'ratio' | 'MB' | 'fps' | 'count' | 'rows/s'
  readonly value: number
}

export type BenchOptions = {
  /** Shorter slices and smaller stores: to try the benchmark, not to quote it. */
  readonly isQuick: boolean
  /** Measures other tools as well, installed outside the project. */
  readonly hasPeers: boolean
  /** wrk sends the requests of the capture. */
  readonly isByWrk: boolean
  readonly log: (line: string) => void
}

export type Bench = (options: BenchOptions) => Promise<readonly BenchRow[]>
