import { useState } from 'react'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import frame from '../page-frame.module.css'
import { CredentialsInput } from './credentials-input.tsx'
import { CredentialsPreviewTable } from './credentials-preview-table.tsx'
import styles from './import-credentials.module.css'
import { ImportTarget } from './import-target.tsx'
import {
  type CredentialsReading,
  type EnteredCredentials,
  useCredentialsPreview,
} from './use-credentials-preview.ts'

const NOTHING: EnteredCredentials = { text: '', fileName: null }

/** A profile out of a file in which credentials are kept already. */
export function ImportCredentials() {
  const [entered, setEntered] = useState(NOTHING)
  const reading = useCredentialsPreview(entered)
  return (
    <Card title="Import credentials">
      <div className={frame.form}>
        <p className={styles.lead}>
          From private.key, .env, .vonagerc, vonage_app.json, .nexmorc, appsettings.json or a configuration
          file of the Vonage CLI. It is recognised by its content, whatever its name.
        </p>
        <CredentialsInput entered={entered} onEnter={setEntered} />
        {reading !== null && (
          <Preview reading={reading} text={entered.text} onDone={() => setEntered(NOTHING)} />
        )}
      </div>
    </Card>
  )
}

type PreviewProps = {
  readonly reading: CredentialsReading
  readonly text: string
  readonly onDone: () => void
}

function Preview({ reading: { answer, isCurrent }, text, onDone }: PreviewProps) {
  if (answer.kind === 'failed') return <ErrorBox error={answer.error} />
  const { preview } = answer
  if (preview.kind === 'unknown') {
    return (
      <p className={styles.bad} role="status">
        No credentials were found. {preview.why}
      </p>
    )
  }
  return (
    <>
      <div className={frame.form} role="status">
        <CredentialsPreviewTable preview={preview} />
      </div>
      {preview.taken.length > 0 && (
        <ImportTarget
          key={preview.suggestedName}
          text={text}
          taken={preview.taken}
          suggestedName={preview.suggestedName}
          isReady={isCurrent}
          onDone={onDone}
        />
      )}
    </>
  )
}
