import { floorTo, niceSize } from '#shared/timeline/bucket-sizes.ts'
import type { TimeRange } from '#shared/timeline/buckets.ts'

export type Tick = { readonly atMs: number; readonly x: number; readonly stepMs: number }

/** So wide is a label with the room around it. */
const LABEL_WIDTH = 64

/** Moments people count in, with room for a label each. `offsetMs`: how far local time is ahead of UTC. */
export function axisTicks({ fromMs, toMs }: TimeRange, width: number, offsetMs: number): readonly Tick[] {
  const perPixel = (toMs - fromMs) / width
  if (!Number.isFinite(perPixel) || perPixel <= 0) return []
  const stepMs = niceSize((sizeMs) => sizeMs / perPixel >= LABEL_WIDTH)
  const firstMs = floorTo(fromMs, stepMs, offsetMs)
  const count = Math.floor((toMs - firstMs) / stepMs) + 1
  return Array.from({ length: count }, (_, index) => firstMs + index * stepMs)
    .map((atMs) => ({ atMs, x: (atMs - fromMs) / perPixel, stepMs }))
    .filter(({ x }) => x >= LABEL_WIDTH / 2 && x <= width - LABEL_WIDTH / 2)
}
