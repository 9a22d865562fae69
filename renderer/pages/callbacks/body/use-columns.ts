import { type RefObject, useLayoutEffect, useState } from 'react'

/** How wide the ruler is. */
const RULER_COLUMNS = 100
const FEWEST = 20

/** How many columns of the ruler's font are free in a box, kept up to date; null until it has been measured. */
export function useColumns(
  box: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
): number | null {
  const [columns, setColumns] = useState<number | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => {
      const columnPx = (ruler.current?.getBoundingClientRect().width ?? 0) / RULER_COLUMNS
      const { paddingLeft, paddingRight } = getComputedStyle(element)
      const free = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
      setColumns(columnPx === 0 ? FEWEST : Math.max(FEWEST, Math.floor(free / columnPx)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, ruler])
  return columns
}
