/** A rectangle in display-independent pixels. */
export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Puts remembered bounds back on a display that is there: inside the work area they overlap most, or the first one
 * (the primary display's) where they overlap none, and no larger than it. Whole pixels.
 */
export function clampToDisplays(
  bounds: Rectangle,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  const area = mostOverlapped(bounds, workAreas)
  const width = Math.min(Math.round(bounds.width), area.width)
  const height = Math.min(Math.round(bounds.height), area.height)
  return {
    x: clamp(Math.round(bounds.x), area.x, area.x + area.width - width),
    y: clamp(Math.round(bounds.y), area.y, area.y + area.height - height),
    width,
    height,
  }
}

/** A rectangle of this size in the middle of the work area, or as much of it as fits. */
export function centred(size: Pick<Rectangle, 'width' | 'height'>, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  return {
    x: area.x + Math.floor((area.width - width) / 2),
    y: area.y + Math.floor((area.height - height) / 2),
    width,
    height,
  }
}

function mostOverlapped(
  bounds: Rectangle,
  [first, ...others]: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  return others.reduce((best, area) => (overlap(bounds, area) > overlap(bounds, best) ? area : best), first)
}

function overlap(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return Math.max(0, width) * Math.max(0, height)
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
