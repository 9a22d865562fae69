import { createContext, type ReactNode, useCallback, useMemo, useState } from 'react'
import type { ReplaySelection } from '#shared/replay.ts'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { useRequired } from '../../components/use-required.ts'
import { ReplayDialog } from '../../replay-dialog/replay-dialog.tsx'
import type { ContentKind } from '../../replay-dialog/replay-fields.ts'
import { useReplayAtOnce } from '../../replay-dialog/use-replay-at-once.ts'
import { useDesk } from './callbacks-provider.tsx'
import { selectedSeqs } from './list-selection.ts'

type ReplayFromList = {
  /** Opens the dialog for these callbacks. */
  readonly ask: (selection: ReplaySelection, content?: ContentKind) => void
  readonly replayAtOnce: (seq: number) => void
  readonly isStarting: boolean
}

type Asked = { readonly selection: ReplaySelection; readonly content: ContentKind }

const ReplayFromListContext = createContext<ReplayFromList | null>(null)

export function useReplayFromList(): ReplayFromList {
  return useRequired(ReplayFromListContext)
}

/** Lets every part of the page replay callbacks, and gives the keys for it something to do. */
export function ReplayFromListProvider({ children }: { readonly children: ReactNode }) {
  const { selection } = useDesk().desk
  const { replayAtOnce, isPending } = useReplayAtOnce()
  const [asked, setAsked] = useState<Asked | null>(null)
  const ask = useCallback(
    (wanted: ReplaySelection, content: ContentKind = 'exact') => setAsked({ selection: wanted, content }),
    [],
  )
  const controls = useMemo(
    () => ({ ask, replayAtOnce, isStarting: isPending }),
    [ask, replayAtOnce, isPending],
  )
  const seqs = selectedSeqs(selection)
  const [only] = seqs
  const shown = selection.seq
  const askSelected = () => ask({ kind: 'callbacks', seqs: [...seqs] })
  useOfferActions({
    ...(only !== undefined && {
      replaySelected: () => (seqs.length === 1 ? replayAtOnce(only) : askSelected()),
      chooseReplay: askSelected,
    }),
    ...(shown !== null && {
      replayShown: () => ask({ kind: 'callbacks', seqs: [shown] }),
      editAndReplay: () => ask({ kind: 'callbacks', seqs: [shown] }, 'edited'),
    }),
  })
  return (
    <ReplayFromListContext value={controls}>
      {children}
      {asked !== null && (
        <ReplayDialog
          selection={asked.selection}
          initialContent={asked.content}
          isOpen
          onClose={() => setAsked(null)}
        />
      )}
    </ReplayFromListContext>
  )
}
