import type { MessengerWindow } from '#shared/messenger/messenger-window.ts'
import { More } from '../../components/more.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { useDesk } from './callbacks-provider.tsx'
import styles from './reply-form.module.css'
import { TagField } from './tag-field.tsx'
import { type ReplyWarnings, warningOf } from './use-reply-warnings.ts'

const CATEGORIES = [
  { value: '', label: 'not sent' },
  { value: 'response', label: 'response' },
  { value: 'update', label: 'update' },
  { value: 'message_tag', label: 'message_tag' },
] as const

/** The same after 24 hours, the one that is allowed first. */
const CLOSED_CATEGORIES = [
  { value: 'message_tag', label: 'message_tag' },
  { value: '', label: 'not sent (window closed)' },
  { value: 'response', label: 'response (window closed)' },
  { value: 'update', label: 'update (window closed)' },
] as const

const WEBHOOK_VERSIONS = [
  { value: '', label: 'not sent' },
  { value: 'v1', label: 'v1' },
  { value: 'v0.1', label: 'v0.1' },
] as const

type Props = { readonly window: MessengerWindow; readonly warnings: ReplyWarnings }

/** The optional fields of a reply. */
export function ReplyOptionFields({ window, warnings }: Props) {
  const { desk, edit } = useDesk()
  const { version, category, clientRef } = desk.form.fields
  return (
    <>
      <div className={styles.pair}>
        <SelectInput
          label="Category"
          value={category}
          options={window.state === 'closed' ? CLOSED_CATEGORIES : CATEGORIES}
          onChange={(value) => edit({ category: value })}
          warning={warningOf(warnings, 'category')?.hint ?? null}
        />
        <TextInput
          label="Client ref"
          value={clientRef}
          onChange={(value) => edit({ clientRef: value })}
          placeholder="optional"
          {...warningOf(warnings, 'clientRef')}
        />
      </div>
      {category === 'message_tag' && <TagField window={window} warnings={warnings} />}
      {version === 'v1' ? (
        <More title="More fields">
          <WebhookFields warnings={warnings} />
        </More>
      ) : (
        <LeftOut warnings={warnings} />
      )}
    </>
  )
}

function WebhookFields({ warnings }: { readonly warnings: ReplyWarnings }) {
  const { desk, edit } = useDesk()
  const { webhookUrl, webhookVersion } = desk.form.fields
  return (
    <div className={styles.form}>
      <TextInput
        label="Status URL for this message (webhook_url)"
        value={webhookUrl}
        onChange={(value) => edit({ webhookUrl: value })}
        inputMode="url"
        placeholder="https://"
        isMono
        {...warningOf(warnings, 'webhookUrl')}
      />
      <SelectInput
        label="Format of its statuses (webhook_version)"
        value={webhookVersion}
        options={WEBHOOK_VERSIONS}
        onChange={(value) => edit({ webhookVersion: value })}
      />
    </div>
  )
}

/** What was filled in for v1 and does not go out with v0.1. */
function LeftOut({ warnings }: { readonly warnings: ReplyWarnings }) {
  const fields = ['webhookUrl', 'webhookVersion'] as const
  const texts = fields.map((field) => warningOf(warnings, field)?.hint ?? '').filter((text) => text !== '')
  if (texts.length === 0) return null
  return <p className={styles.warning}>{texts.join(' ')} Left out.</p>
}
