import { useCallback, useMemo, useState } from 'react'

/** What somebody typed over something that is stored; null: nothing, what is stored is shown. */
export function useEdited<Fields>() {
  const [edited, setEdited] = useState<Fields | null>(null)
  /** What was typed while `saved` was being stored stays: it has not been stored yet. */
  const forgetSaved = useCallback(
    (saved: Fields) => setEdited((typed) => (typed === saved ? null : typed)),
    [],
  )
  return useMemo(() => ({ edited, setEdited, forgetSaved }), [edited, forgetSaved])
}
