import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'

const WRITING_PAUSE_MS = 500

/** The note of a callback, kept while it is written. For one callback: another one needs another instance. */
export function useNote(seq: number) {
  const { callbackNote, noteCallback } = useWorkbench()
  const queries = useQueryClient()
  const queryKey = ['callback-note', seq]
  const { data, error: readError } = useQuery({ queryKey, queryFn: () => callbackNote({ seq }) })
  const [draft, setDraft] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: (text: string) => noteCallback({ seq, text }),
    onSuccess: (_, text) => {
      queries.setQueryData(queryKey, { text: text.trim() === '' ? null : text })
      setDraft((written) => (written === text ? null : written))
    },
  })
  const stored = data?.text ?? ''
  const isChanged = draft !== null && draft !== stored
  const saveNow = useEffectEvent(() => {
    if (isChanged) save.mutate(draft)
  })
  useEffect(() => {
    if (draft === null || !isChanged) return
    const timer = setTimeout(saveNow, WRITING_PAUSE_MS)
    return () => clearTimeout(timer)
    // Also when a text is there again that was stored before what is being stored now.
  }, [draft, isChanged])
  // Whoever goes to another callback has not finished waiting.
  useEffect(() => () => saveNow(), [])
  return {
    text: draft ?? stored,
    isLoaded: data !== undefined,
    hasNote: stored !== '',
    write: setDraft,
    saveNow: () => saveNow(),
    state: save.isError ? 'failed' : isChanged || save.isPending ? 'saving' : 'saved',
    error: readError ?? save.error,
  } as const
}
