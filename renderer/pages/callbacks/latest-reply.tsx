import { isFailedStatus } from '#shared/messenger/failed-status.ts'
import { replyTimeline } from '#shared/messenger/reply-timeline.ts'
import type { Reply } from '#shared/reply.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
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
        <Button size="small" isBusy={isSending} onPress={() => send(reply.draft)}>
          Send again
        </Button>
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

function replyText({ draft: { content } }: Reply): string {
  if (content.type === 'text') return content.text === '' ? '(empty text)' : content.text
  return content.type === 'custom' ? 'JSON message' : `${content.type}: ${content.url}`
}
