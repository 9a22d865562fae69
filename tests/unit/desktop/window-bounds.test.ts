import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centred, clampToDisplays, type Rectangle } from '#electron/desktop/window-bounds.ts'

const PRIMARY: Rectangle = { x: 0, y: 24, width: 1920, height: 1056 }
const LEFT: Rectangle = { x: -1280, y: 0, width: 1280, height: 1024 }

const rectangle = fc.record({
  x: fc.integer({ min: -100_000, max: 100_000 }),
  y: fc.integer({ min: -100_000, max: 100_000 }),
  width: fc.double({ min: 1, max: 20_000, noNaN: true }),
  height: fc.double({ min: 1, max: 20_000, noNaN: true }),
})

describe('the place of the window', () => {
  it.each([
    ['as it was', { x: 100, y: 100, width: 900, height: 600 }, { x: 100, y: 100, width: 900, height: 600 }],
    [
      'on the left display',
      { x: -900, y: 10, width: 800, height: 600 },
      { x: -900, y: 10, width: 800, height: 600 },
    ],
    [
      'back from far away',
      { x: 5000, y: 5000, width: 900, height: 600 },
      { x: 1020, y: 480, width: 900, height: 600 },
    ],
    [
      'below the menu bar',
      { x: 10, y: -300, width: 900, height: 600 },
      { x: 10, y: 24, width: 900, height: 600 },
    ],
    ['no larger than the display', { x: 0, y: 24, width: 4000, height: 3000 }, PRIMARY],
    [
      'on the display that shows most of it',
      { x: -500, y: 50, width: 800, height: 600 },
      { x: -800, y: 50, width: 800, height: 600 },
    ],
  ])('is %s', (_where, bounds, expected) => {
    expect(clampToDisplays(bounds, [PRIMARY, LEFT])).toEqual(expected)
  })

  it('is always inside one of the displays, in whole pixels, and stable', () => {
    fc.assert(
      fc.property(rectangle, (bounds) => {
        const placed = clampToDisplays(bounds, [PRIMARY, LEFT])
        const isInside = [PRIMARY, LEFT].some(
          (area) =>
            placed.x >= area.x &&
            placed.y >= area.y &&
            placed.x + placed.width <= area.x + area.width &&
            placed.y + placed.height <= area.y + area.height,
        )
        expect(isInside).toBe(true)
        expect(Object.values(placed).every(Number.isInteger)).toBe(true)
        expect(clampToDisplays(placed, [PRIMARY, LEFT])).toEqual(placed)
      }),
    )
  })

  it('is the middle of the display at first, or all of it', () => {
    expect(centred({ width: 920, height: 556 }, PRIMARY)).toEqual({ x: 500, y: 274, width: 920, height: 556 })
    expect(centred({ width: 9000, height: 9000 }, LEFT)).toEqual(LEFT)
  })
})
