import { useEffect, useMemo, useState } from 'react'
import { parseQuery, type QueryFault } from '#shared/search/parse-query.ts'

const TYPING_PAUSE_MS = 500

/** What cannot be read in a text, told when there is a pause: most texts are wrong for a moment while they are written. */
export function useShownFault(text: string, isCompleting: boolean): QueryFault | null {
  const [readText, setReadText] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setReadText(text), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const fault = useMemo(() => {
    const read = parseQuery(text, Date.now())
    return read.ok ? null : read.fault
  }, [text])
  return readText === text && !isCompleting ? fault : null
}
