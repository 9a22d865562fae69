import { type RefCallback, useCallback } from 'react'

/** Tells every style sheet, in a custom property, how high the element is now. */
export function useToldHeight(property: `--${string}`): RefCallback<HTMLElement> {
  return useCallback(
    (element: HTMLElement) => {
      const { style } = document.documentElement
      const observer = new ResizeObserver(() => style.setProperty(property, `${element.offsetHeight}px`))
      observer.observe(element)
      return () => {
        observer.disconnect()
        style.removeProperty(property)
      }
    },
    [property],
  )
}
