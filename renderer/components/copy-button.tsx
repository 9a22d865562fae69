import { Copy } from 'lucide-react'
import { useCopy } from '../clipboard/use-copy.ts'
import { IconButton } from './icon-button.tsx'

type Props = {
  /** What is copied, for the name of the button and the toast: "message UUID". */
  readonly what: string
  readonly text: string
}

export function CopyButton({ what, text }: Props) {
  const copy = useCopy()
  return (
    <IconButton label={`Copy ${what}`} onPress={() => copy({ text, what })}>
      <Copy size={14} aria-hidden />
    </IconButton>
  )
}
