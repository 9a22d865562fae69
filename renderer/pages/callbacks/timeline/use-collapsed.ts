import { useState } from 'react'

const KEY = 'callbacks-timeline'

/** Whether the strip is folded away, kept in this browser. */
export function useCollapsed(): readonly [boolean, (isCollapsed: boolean) => void] {
  const [isCollapsed, setIsCollapsed] = useState(() => localStorage.getItem(KEY) === 'collapsed')
  const change = (wanted: boolean) => {
    localStorage.setItem(KEY, wanted ? 'collapsed' : 'open')
    setIsCollapsed(wanted)
  }
  return [isCollapsed, change]
}
