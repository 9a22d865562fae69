import { createContext, type ReactNode, useMemo, useState } from 'react'
import { useRequired } from '../../components/use-required.ts'
import { useEdited } from '../../state/use-edited.ts'
import { type ComposerFields, firstComposerFields } from './composer-fields.ts'

type SimulateDesk = {
  /** The person whose conversation is shown; null for the first one. */
  readonly psid: string | null
  readonly choose: (psid: string) => void
  readonly fields: ComposerFields
  readonly edit: (fields: Partial<ComposerFields>) => void
  /** Gives a text back that could not be sent, unless another one has been begun. */
  readonly giveBack: (text: string) => void
  /** What is typed over the Page ID. */
  readonly pageId: ReturnType<typeof useEdited<string>>
  readonly tab: string
  readonly showTab: (tab: string) => void
}

const DeskContext = createContext<SimulateDesk | null>(null)

export function useSimulateDesk(): SimulateDesk {
  return useRequired(DeskContext)
}

/** Holds who is chosen and what is being written on the Simulate page, also while another page is shown. */
export function SimulateDeskProvider({ children }: { readonly children: ReactNode }) {
  const [psid, choose] = useState<string | null>(null)
  const [fields, setFields] = useState(firstComposerFields)
  const pageId = useEdited<string>()
  const [tab, showTab] = useState('settings')
  const value = useMemo(
    () => ({
      psid,
      choose,
      fields,
      edit: (change: Partial<ComposerFields>) => setFields((before) => ({ ...before, ...change })),
      giveBack: (text: string) => setFields((before) => (before.text === '' ? { ...before, text } : before)),
      pageId,
      tab,
      showTab,
    }),
    [psid, fields, pageId, tab],
  )
  return <DeskContext value={value}>{children}</DeskContext>
}
