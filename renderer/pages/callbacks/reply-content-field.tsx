import { lazy, Suspense } from 'react'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useDesk } from './callbacks-provider.tsx'
import styles from './reply-form.module.css'
import { characterCount, TEXT_LIMIT } from './reply-hints.ts'

const JsonEditor = lazy(async () => ({
  default: (await import('../../components/json-editor.tsx')).JsonEditor,
}))

const URL_LABELS = { image: 'Image URL', audio: 'Audio URL', video: 'Video URL', file: 'File URL' } as const

/** The field of the content type that is chosen. */
export function ReplyContentField({ jsonError }: { readonly jsonError: string | null }) {
  const { desk, edit } = useDesk()
  const { contentType, text, url, customJson } = desk.form.fields
  if (contentType === 'text') {
    return (
      <TextAreaInput
        label="Text"
        value={text}
        onChange={(value) => edit({ text: value })}
        rows={4}
        isPaneFocus
        hint={countHint(text)}
        hintTone={characterCount(text) > TEXT_LIMIT ? 'warn' : 'neutral'}
      />
    )
  }
  if (contentType === 'custom') {
    return (
      <div className={styles.editor}>
        <span>Messenger message object</span>
        <Suspense fallback={<Waiting>Loading the editor…</Waiting>}>
          <JsonEditor
            label="Messenger message object"
            value={customJson}
            onChange={(value) => edit({ customJson: value })}
          />
        </Suspense>
        {jsonError !== null && (
          <p className={styles.problem} role="alert">
            {jsonError}
          </p>
        )}
      </div>
    )
  }
  return (
    <TextInput
      label={URL_LABELS[contentType]}
      value={url}
      onChange={(value) => edit({ url: value })}
      inputMode="url"
      placeholder="https://"
      isMono
      data-pane-focus
    />
  )
}

function countHint(text: string): string {
  const count = characterCount(text)
  if (count <= TEXT_LIMIT) return `${count} of ${TEXT_LIMIT} characters`
  return `${count} characters. The documented limit is ${TEXT_LIMIT}; it can be sent all the same.`
}
