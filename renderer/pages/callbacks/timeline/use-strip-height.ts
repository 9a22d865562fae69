import { useSyncExternalStore } from 'react'

const LOW_WINDOW = '(max-height: 760px)'

/** How high the bars are, in pixels: less in a low window, where the list needs the room. */
export function useStripHeight(): number {
  const isLow = useSyncExternalStore(
    (onChange) => {
      const query = matchMedia(LOW_WINDOW)
      query.addEventListener('change', onChange)
      return () => query.removeEventListener('change', onChange)
    },
    () => matchMedia(LOW_WINDOW).matches,
  )
  return isLow ? 40 : 56
}
