import { useState } from 'react'
import { keep, readKept } from '../../../state/kept-here.ts'

const KEY = 'callbacks-timeline'

/** Whether the strip is folded away, kept in this browser. */
export function useCollapsed(): readonly [boolean, (isCollapsed: boolean) => void] {
  const [isCollapsed, setIsCollapsed] = useState(() => readKept(KEY) === 'collapsed')
  const change = (wanted: boolean) => {
    keep(KEY, wanted ? 'collapsed' : 'open')
    setIsCollapsed(wanted)
  }
  return [isCollapsed, change]
}
