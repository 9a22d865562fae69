import { type FormEvent, useState } from 'react'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { useReplies } from './replies-provider.tsx'
import { ReplyContentField } from './reply-content-field.tsx'
import { readDraft } from './reply-draft.ts'
import styles from './reply-form.module.css'
import { ReplyFormButtons } from './reply-form-buttons.tsx'
import type { ReplyContentType } from './reply-form-state.ts'
import { ReplyIdFields } from './reply-id-fields.tsx'
import { ReplyOptionFields } from './reply-option-fields.tsx'
import { useCopyCurl } from './use-copy-curl.ts'

const CONTENT_TYPES: readonly { readonly value: ReplyContentType; readonly label: string }[] = [
  { value: 'text', label: 'Text' },
  { value: 'image', label: 'Image' },
  { value: 'audio', label: 'Audio' },
  { value: 'video', label: 'Video' },
  { value: 'file', label: 'File' },
  { value: 'custom', label: 'JSON' },
]

/** Everything a reply is made of. Nothing but a send under way keeps it from being sent. */
export function ReplyForm() {
  const { desk, edit } = useDesk()
  const { fields } = desk.form
  const { isSending, send, error } = useReplies()
  const [showsJsonError, setShowsJsonError] = useState(false)
  const reading = readDraft(fields)
  const copyCurl = useCopyCurl()

  const submit = () => {
    setShowsJsonError(!reading.ok)
    if (reading.ok && !isSending) send(reading.draft)
  }
  const copy = (token: 'live' | 'placeholder') => {
    setShowsJsonError(!reading.ok)
    if (reading.ok) copyCurl.copy({ draft: reading.draft, token })
  }
  useOfferActions({ sendReply: submit, copyCurl: () => copy('live') })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form className={styles.form} onSubmit={onSubmit} aria-label="New reply">
      <ReplyIdFields />
      <Segmented
        label="Content"
        value={fields.contentType}
        options={CONTENT_TYPES}
        onChange={(contentType) => edit({ contentType })}
      />
      <ReplyContentField jsonError={showsJsonError && !reading.ok ? reading.jsonError : null} />
      <ReplyOptionFields />
      <ReplyFormButtons isSending={isSending} onCopy={copy} />
      {isSending && <Waiting>Waiting for the answer of the Messages API…</Waiting>}
      {error !== null && <ErrorBox error={error} />}
      {copyCurl.error !== null && <ErrorBox error={copyCurl.error} />}
    </form>
  )
}
