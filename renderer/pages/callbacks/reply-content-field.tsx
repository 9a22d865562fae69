import { lazy, Suspense, useId } from 'react'
import { TEXT_LIMIT } from '#shared/messenger/content-warnings.ts'
import { textLength } from '#shared/messenger/text-length.ts'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useDesk } from './callbacks-provider.tsx'
import styles from './reply-form.module.css'
import { type ReplyWarnings, warningOf } from './use-reply-warnings.ts'

const JsonEditor = lazy(async () => ({
  default: (await import('../../components/json-editor.tsx')).JsonEditor,
}))

const URL_LABELS = { image: 'Image URL', audio: 'Audio URL', video: 'Video URL', file: 'File URL' } as const

type Props = { readonly jsonError: string | null; readonly warnings: ReplyWarnings }

/** The field of the content type that is chosen. */
export function ReplyContentField({ jsonError, warnings }: Props) {
  const { desk, edit } = useDesk()
  const { contentType, text, url } = desk.form.fields
  if (contentType === 'text') {
    return (
      <TextAreaInput
        label="Text"
        value={text}
        onChange={(value) => edit({ text: value })}
        rows={4}
        isPaneFocus
        {...(warningOf(warnings, 'text') ?? { hint: countHint(text) })}
      />
    )
  }
  if (contentType === 'custom') return <CustomField jsonError={jsonError} />
  return (
    <TextInput
      label={URL_LABELS[contentType]}
      value={url}
      onChange={(value) => edit({ url: value })}
      inputMode="url"
      placeholder="https://"
      isMono
      data-pane-focus
      {...warningOf(warnings, 'url')}
    />
  )
}

function CustomField({ jsonError }: { readonly jsonError: string | null }) {
  const { desk, edit } = useDesk()
  const problemId = useId()
  return (
    <div className={styles.editor}>
      <span>Messenger message object</span>
      <Suspense fallback={<Waiting>Loading the editor…</Waiting>}>
        <JsonEditor
          key={desk.form.turn}
          label="Messenger message object"
          value={desk.form.fields.customJson}
          onChange={(value) => edit({ customJson: value })}
          describedBy={problemId}
        />
      </Suspense>
      <div id={problemId}>
        {jsonError !== null && (
          <p className={styles.problem} role="alert">
            {jsonError}
          </p>
        )}
      </div>
    </div>
  )
}

function countHint(text: string): string {
  return `${textLength(text).codePoints} of ${TEXT_LIMIT} characters`
}
