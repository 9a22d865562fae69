import { useId } from 'react'
import { More } from '../../components/more.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { useDesk } from './callbacks-provider.tsx'
import styles from './reply-form.module.css'
import { clientRefWarning, currentTags, tagWarning } from './reply-hints.ts'

const CATEGORIES = [
  { value: '', label: 'not sent' },
  { value: 'response', label: 'response' },
  { value: 'update', label: 'update' },
  { value: 'message_tag', label: 'message_tag' },
] as const

const WEBHOOK_VERSIONS = [
  { value: '', label: 'not sent' },
  { value: 'v1', label: 'v1' },
  { value: 'v0.1', label: 'v0.1' },
] as const

/** The optional fields of a reply. */
export function ReplyOptionFields() {
  const { desk, edit } = useDesk()
  const { version, category, clientRef, webhookUrl, webhookVersion } = desk.form.fields
  return (
    <>
      <div className={styles.pair}>
        <SelectInput
          label="Category"
          value={category}
          options={CATEGORIES}
          onChange={(value) => edit({ category: value })}
        />
        <TextInput
          label="Client ref"
          value={clientRef}
          onChange={(value) => edit({ clientRef: value })}
          placeholder="optional"
          hint={clientRefWarning(clientRef, version)}
          hintTone="warn"
        />
      </div>
      {category === 'message_tag' && <TagField />}
      {version === 'v1' && (
        <More title="More fields">
          <div className={styles.form}>
            <TextInput
              label="Status URL for this message (webhook_url)"
              value={webhookUrl}
              onChange={(value) => edit({ webhookUrl: value })}
              inputMode="url"
              placeholder="https://"
              isMono
            />
            <SelectInput
              label="Format of its statuses (webhook_version)"
              value={webhookVersion}
              options={WEBHOOK_VERSIONS}
              onChange={(value) => edit({ webhookVersion: value })}
            />
          </div>
        </More>
      )}
    </>
  )
}

function TagField() {
  const { desk, edit } = useDesk()
  const { tag } = desk.form.fields
  const listId = useId()
  return (
    <>
      <TextInput
        label="Tag"
        value={tag}
        onChange={(value) => edit({ tag: value })}
        list={listId}
        isMono
        hint={tagWarning(tag)}
        hintTone="warn"
      />
      <datalist id={listId}>
        {currentTags.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
    </>
  )
}
