import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { markdownReport } from '#shared/messenger/markdown-report.ts'
import { replySummary } from '#shared/messenger/reply-summary.ts'
import { replyTimeline } from '#shared/messenger/reply-timeline.ts'
import type { Reply } from '#shared/reply.ts'
import { useCopy } from '../../clipboard/use-copy.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { More } from '../../components/more.tsx'
import { Tag } from '../../components/tag.tsx'
import type { Tone } from '../../components/tone.ts'
import { fullTime } from '../../format/format-time.ts'
import styles from './latest-reply.module.css'
import { RefusedReply } from './refused-reply.tsx'
import { useReplies } from './replies-provider.tsx'
import { ReplyStatusList } from './reply-status-list.tsx'
import { useShownWhenNew } from './use-shown-when-new.ts'

/** How the latest reply ended and what came back for it. */
export function LatestReply({ reply }: { readonly reply: Reply }) {
  const { send, isSending, isLatestNew } = useReplies()
  const copy = useCopy()
  const card = useShownWhenNew(`${reply.id} ${reply.statuses.length}`, isLatestNew)
  const { word, tone } = standing(reply)
  return (
    <Card title="Last reply" aside={<Tag tone={tone}>{word}</Tag>}>
      <div ref={card} className={styles.reply}>
        <p className={styles.what}>{replyText(reply)}</p>
        <p className={styles.when}>
          {fullTime(reply.sentAtMs, Date.now())} · to {reply.draft.to === '' ? 'nobody' : reply.draft.to} ·{' '}
          {reply.profileName}
        </p>
        <ReplyStatusList reply={reply} />
        {reply.outcome.kind !== 'accepted' && <RefusedReply outcome={reply.outcome} />}
        <More title="Request, word for word" isLazy>
          <pre className={styles.request}>{`POST ${reply.url}\n\n${reply.requestBody}`}</pre>
        </More>
        <div className={styles.buttons}>
          <Button size="small" isBusy={isSending} onPress={() => send(reply.draft)}>
            Send again
          </Button>
          <Button
            size="small"
            onPress={() => copy({ text: markdownReport(reply), what: 'report in Markdown' })}
          >
            Copy as report
          </Button>
        </div>
      </div>
    </Card>
  )
}

function standing(reply: Reply): { readonly word: string; readonly tone: Tone } {
  if (reply.outcome.kind !== 'accepted') return { word: reply.outcome.kind, tone: 'bad' }
  const { current } = replyTimeline(reply.statuses, reply.sentAtMs, reply.sentAtMs)
  const status = current ?? 'accepted'
  return { word: status, tone: isFailedStatus(status) ? 'bad' : 'ok' }
}

function replyText({ draft }: Reply): string {
  const summary = replySummary(draft)
  return summary === '' ? '(empty text)' : summary
}
