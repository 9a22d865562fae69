import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { ConversationId } from '#shared/chats.ts'
import { messengerWindow } from '#shared/messenger/messenger-window.ts'
import type { Reply } from '#shared/reply.ts'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { shortcutText } from '../../commands/shortcut.ts'
import { Button } from '../../components/button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { goToPage } from '../../shell/go-to-page.ts'
import { useMinute } from '../../state/use-minute.ts'
import { useDesk } from '../callbacks/callbacks-provider.tsx'
import { addressedTo } from '../callbacks/conversation-drafts.ts'
import { HeldReply } from '../callbacks/held-reply.tsx'
import { useReplies } from '../callbacks/replies-provider.tsx'
import { readDraft } from '../callbacks/reply-draft.ts'
import { useReplyWarnings, warningOf } from '../callbacks/use-reply-warnings.ts'
import { useSubmitReply } from '../callbacks/use-submit-reply.ts'
import styles from './reply-box.module.css'

type Props = { readonly id: ConversationId; readonly lastInboundAtMs: number | null }

/** What the Reply form has for this person, as far as it is a text; always to them from this Page. */
export function ReplyBox({ id, lastInboundAtMs }: Props) {
  const { desk, writeTo, clearSent } = useDesk()
  const { error } = useReplies()
  const { fields } = addressedTo(desk, id).form
  const reading = readDraft(fields)
  const warnings = useReplyWarnings(reading, fields)
  const onSent = ({ outcome, draft }: Reply) => {
    if (outcome.kind === 'accepted' && draft.content.type === 'text') clearSent(id, draft.content.text)
  }
  const lastInbound = { state: 'known', lastInboundAtMs } as const
  const ask = async () => lastInbound
  const { submit, sendAnyway, held, isBusy } = useSubmitReply({ reading, lastInbound, ask, onSent })
  const [isEmptyTried, setIsEmptyTried] = useState(false)
  const isEmpty = fields.text.trim() === ''
  const send = () => {
    setIsEmptyTried(isEmpty)
    if (!isEmpty) submit()
  }
  useOfferActions({ sendReply: send })
  const hintOf = () => (isEmpty ? isEmptyTried && EMPTY : warningOf(warnings, 'text'))
  const isText = fields.contentType === 'text' && fields.bodyText === null
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  return (
    <form
      className={styles.box}
      onSubmit={onSubmit}
      aria-label="Reply in this conversation"
      data-scope="reply"
    >
      <WindowNotice lastInboundAtMs={lastInboundAtMs} />
      {isText ? (
        <TextAreaInput
          label="Reply"
          value={fields.text}
          onChange={(text) => writeTo(id, { text })}
          rows={2}
          onKeyDown={leaveOnEscape}
          placeholder="Write to this person"
          {...hintOf()}
        />
      ) : (
        <p className={styles.hint}>
          The reply being written is{' '}
          {fields.bodyText === null ? kindWords[fields.contentType] : 'edited by hand'}. Send it from the full
          form.
        </p>
      )}
      <div className={styles.row}>
        <FullFormLink id={id} />
        {isText && (
          <Button type="submit" look="primary" isBusy={isBusy} command="reply.send">
            Send reply
            <span className={styles.key} aria-hidden>
              {shortcutText('reply.send')}
            </span>
          </Button>
        )}
      </div>
      {held !== null && <HeldReply why={held} onSend={sendAnyway} />}
      {error !== null && <ErrorBox error={error} />}
    </form>
  )
}

const EMPTY = { hint: 'Write something first.', hintTone: 'warn' } as const

const kindWords = {
  text: 'a text',
  image: 'an image',
  audio: 'an audio message',
  video: 'a video',
  file: 'a file',
  custom: 'JSON',
} as const

function FullFormLink({ id }: { readonly id: ConversationId }) {
  const { writeTo } = useDesk()
  return (
    <Button
      look="quiet"
      onPress={() => {
        writeTo(id)
        goToPage('callbacks')
      }}
    >
      Media, tags and options in the full form
    </Button>
  )
}

function WindowNotice({ lastInboundAtMs }: Pick<Props, 'lastInboundAtMs'>) {
  const window = messengerWindow(lastInboundAtMs, useMinute())
  if (window.state === 'open') return null
  return (
    <p className={styles.notice}>
      {window.state === 'closed'
        ? 'The 24-hour window is closed: only category message_tag with a fitting tag is allowed until the person writes again. Others are rejected with code 1340.'
        : 'No message of this person has arrived here. Messenger lets a Page write only to people who wrote first.'}
    </p>
  )
}

function leaveOnEscape(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
  event.currentTarget
    .closest('main')
    ?.querySelector<HTMLElement>('[data-pane="conversations"] [data-pane-focus]')
    ?.focus()
}
