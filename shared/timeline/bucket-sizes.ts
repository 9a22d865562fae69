const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Spans people count time in, in ms, in ascending order. */
const NICE_SIZES: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
  DAY,
]

/** The smallest span of whole seconds that people count in and that `fits`; whole days, doubled, where none does. */
export function niceSize(fits: (sizeMs: number) => boolean): number {
  const nice = NICE_SIZES.find(fits)
  if (nice !== undefined) return nice
  let sizeMs = 2 * DAY
  while (!fits(sizeMs) && Number.isFinite(sizeMs)) sizeMs *= 2
  return sizeMs
}

/**
 * The last multiple of a size at or before a moment, counted from local midnight rather than from that of UTC.
 * `offsetMs`: how far local time is ahead of UTC.
 */
export function floorTo(atMs: number, sizeMs: number, offsetMs: number): number {
  return Math.floor((atMs + offsetMs) / sizeMs) * sizeMs - offsetMs
}
