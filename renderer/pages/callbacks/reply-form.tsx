import type { FormEvent } from 'react'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { HeldReply } from './held-reply.tsx'
import { useReplies } from './replies-provider.tsx'
import { ReplyContentField } from './reply-content-field.tsx'
import { readDraft } from './reply-draft.ts'
import styles from './reply-form.module.css'
import { ReplyFormButtons } from './reply-form-buttons.tsx'
import type { ReplyContentType } from './reply-form-state.ts'
import { ReplyIdFields } from './reply-id-fields.tsx'
import { ReplyOptionFields } from './reply-option-fields.tsx'
import { RequestPreview } from './request-preview.tsx'
import { useReplyCopies } from './use-reply-copies.ts'
import { useReplyWarnings } from './use-reply-warnings.ts'
import { useReplyWindow } from './use-reply-window.ts'
import { useSubmitReply } from './use-submit-reply.ts'
import { WindowMeter } from './window-meter.tsx'

const CONTENT_TYPES: readonly { readonly value: ReplyContentType; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'image', label: 'Image' },
  { value: 'audio', label: 'Audio' },
  { value: 'video', label: 'Video' },
  { value: 'file', label: 'File' },
  { value: 'custom', label: 'JSON' },
]

/** Everything a reply is made of. Warnings never keep it from being sent; a closed window asks first. */
export function ReplyForm() {
  const { desk, edit } = useDesk()
  const { fields } = desk.form
  const { isSending, error } = useReplies()
  const reading = readDraft(fields)
  const warnings = useReplyWarnings(reading, fields)
  const { lastInbound, ask, window } = useReplyWindow()
  const { submit, sendAnyway, held, isBusy, isTried, markTried } = useSubmitReply({
    reading,
    lastInbound,
    ask,
  })
  const copies = useReplyCopies(reading, markTried)

  useOfferActions({
    sendReply: submit,
    copyCurl: () => copies.menu.onCopy({ as: 'bash', token: 'live' }),
    copyReplyJson: copies.menu.onCopyJson,
    ...(copies.menu.onCopyReport !== null && { copyReplyReport: copies.menu.onCopyReport }),
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  const customError = isTried && !reading.ok && reading.field === 'custom' ? reading.jsonError : null
  return (
    <form className={styles.form} onSubmit={onSubmit} aria-label="New reply">
      <ReplyIdFields warnings={warnings} />
      <WindowMeter lastInbound={lastInbound} />
      <Segmented
        label="Content"
        value={fields.contentType}
        options={CONTENT_TYPES}
        onChange={(contentType) => edit({ contentType })}
      />
      <ReplyContentField jsonError={customError} warnings={warnings} />
      <ReplyOptionFields window={window} warnings={warnings} />
      <RequestPreview reading={reading} warnings={warnings} isTried={isTried} />
      <ReplyFormButtons isSending={isBusy} {...copies.menu} />
      {held !== null && <HeldReply why={held} onSend={sendAnyway} />}
      {isSending && <Waiting>Waiting for the answer of the Messages API…</Waiting>}
      {error !== null && <ErrorBox error={error} />}
      {copies.error !== null && <ErrorBox error={copies.error} />}
    </form>
  )
}
