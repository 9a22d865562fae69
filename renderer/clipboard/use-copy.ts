import { useCallback } from 'react'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { useShowToast } from '../components/toasts.tsx'
import { sizeText } from '../format/format-size.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { copyInBrowser } from './browser-clipboard.ts'

type Copy = {
  readonly text: string
  /** What it is, as the toast names it: "message UUID". */
  readonly what: string
  /** A further sentence for the toast. */
  readonly note?: string
}

/** Copies text, and says what was copied or why nothing was. On the desktop the page itself may not. */
export function useCopy(): (copy: Copy) => void {
  const { copyText } = useWorkbench()
  const { host } = useWorkbenchState()
  const showToast = useShowToast()
  return useCallback(
    ({ text, what, note }: Copy) => {
      const copying = host === 'desktop' ? copyText({ text }) : copyInBrowser(text)
      copying.then(
        () => showToast({ kind: 'done', text: `Copied ${what}, ${size(text)}. ${note ?? ''}`.trim() }),
        () => showToast({ kind: 'failed', error: notCopied(what) }),
      )
    },
    [host, copyText, showToast],
  )
}

function size(text: string): string {
  return sizeText(new TextEncoder().encode(text).length)
}

function notCopied(what: string) {
  return {
    code: 'INTERNAL',
    what: `The ${what} could not be copied.`,
    why: 'The system refused access to the clipboard.',
    fix: 'Select the text and copy it with the keyboard.',
  }
}
