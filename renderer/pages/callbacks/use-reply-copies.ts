import { buildRequest } from '#shared/messenger/build-request.ts'
import { markdownReport } from '#shared/messenger/markdown-report.ts'
import { nodeSnippetFault } from '#shared/messenger/node-snippet.ts'
import { useCopy } from '../../clipboard/use-copy.ts'
import { useReplies } from './replies-provider.tsx'
import type { DraftReading } from './reply-draft.ts'
import { useCopyReply, type WantedCopy } from './use-copy-reply.ts'

/** What the buttons of the form copy. `onTry` is told of every attempt, so that it can be said why nothing came of it. */
export function useReplyCopies(reading: DraftReading, onTry: () => void) {
  const { latest } = useReplies()
  const { copy, error } = useCopyReply()
  const copyText = useCopy()
  const draft = reading.ok ? reading.draft : null
  return {
    error,
    menu: {
      nodeFault: draft === null ? null : nodeSnippetFault(draft),
      onCopy: (wanted: WantedCopy) => {
        onTry()
        if (draft !== null) copy(draft, wanted)
      },
      onCopyJson: () => {
        onTry()
        if (draft !== null) copyText({ text: buildRequest(draft).bodyText, what: 'JSON body' })
      },
      onCopyReport:
        latest === null ? null : () => copyText({ text: markdownReport(latest), what: 'report in Markdown' }),
    },
  }
}
