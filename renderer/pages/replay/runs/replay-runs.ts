import type { ReplayRun } from '#shared/replay.ts'

/** The runs as loaded, with what events have told of them since; newest first. */
export function withNews(
  loaded: readonly ReplayRun[],
  news: ReadonlyMap<string, ReplayRun>,
): readonly ReplayRun[] {
  const known = new Set(loaded.map(({ id }) => id))
  const added = [...news.values()].filter(({ id }) => !known.has(id))
  const kept = loaded.map((run) => laterOf(run, news.get(run.id)))
  return [...added, ...kept].sort((a, b) => b.startedAtMs - a.startedAtMs)
}

/** A load and an event may cross on the way: what has got further is later. */
function laterOf(run: ReplayRun, news: ReplayRun | undefined): ReplayRun {
  if (news === undefined) return run
  if (run.state !== 'running' && news.state === 'running') return run
  return run.sent > news.sent ? run : news
}
