import { MessageSquareReply } from 'lucide-react'
import { useState } from 'react'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { RuleDialog } from './rule-dialog.tsx'
import { useListedRow } from './use-listed-row.ts'

/** The button that opens the dialog for a response rule. */
export function AnswerOtherwise() {
  const [isOpen, setIsOpen] = useState(false)
  const { seq } = useDesk().desk.selection
  const selected = useListedRow(seq)
  const open = () => setIsOpen(true)
  useOfferActions({ answerOtherwise: open })
  return (
    <>
      <IconButton label="Answer callbacks otherwise" hasBorder onPress={open}>
        <MessageSquareReply size={15} aria-hidden />
      </IconButton>
      <RuleDialog isOpen={isOpen} onOpenChange={setIsOpen} selected={selected} />
    </>
  )
}
