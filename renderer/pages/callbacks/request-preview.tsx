import { lazy, Suspense, useId } from 'react'
import { buildRequest } from '#shared/messenger/build-request.ts'
import { Button } from '../../components/button.tsx'
import { More } from '../../components/more.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { useActiveProfile } from '../../state/use-active-profile.ts'
import { useDesk } from './callbacks-provider.tsx'
import type { DraftReading } from './reply-draft.ts'
import styles from './request-preview.module.css'
import type { ReplyWarnings } from './use-reply-warnings.ts'

const JsonEditor = lazy(async () => ({
  default: (await import('../../components/json-editor.tsx')).JsonEditor,
}))

type Props = {
  readonly reading: DraftReading
  readonly warnings: ReplyWarnings
  /** Whether sending was tried: then what is wrong is said aloud. */
  readonly isTried: boolean
}

/** The request as it would go out now, which can be edited. What was edited is sent as it stands there. */
export function RequestPreview({ reading, warnings, isTried }: Props) {
  const { desk, edit } = useDesk()
  const { bodyText } = desk.form.fields
  const noteId = useId()
  const own = warnings.filter(({ field }) => field === 'request')
  const problem = !reading.ok && reading.field === 'request' ? reading.jsonError : null
  return (
    <div className={styles.preview}>
      <More title="Request" isLazy>
        <RequestEditor reading={reading} describedBy={noteId} />
      </More>
      <div id={noteId} className={styles.note}>
        {bodyText !== null && (
          <>
            <p>Edited by hand: this JSON is sent as it is, not the fields above.</p>
            <Button size="small" onPress={() => edit({ bodyText: null })}>
              Reset to the form
            </Button>
          </>
        )}
        {problem !== null && (
          <p className={styles.problem} {...(isTried && { role: 'alert' })}>
            {problem} Until it is, there is nothing to send.
          </p>
        )}
        {own.map(({ text }) => (
          <p key={text} className={styles.warning}>
            {text}
          </p>
        ))}
      </div>
    </div>
  )
}

type EditorProps = { readonly reading: DraftReading; readonly describedBy: string }

function RequestEditor({ reading, describedBy }: EditorProps) {
  const { desk, edit } = useDesk()
  const { bodyText, version } = desk.form.fields
  const { messagesUrl } = useActiveProfile()
  const laidOut = reading.ok ? JSON.stringify(buildRequest(reading.draft).body, null, 2) : ''
  return (
    <div className={styles.request}>
      <p className={styles.line}>
        <b>POST</b>{' '}
        {messagesUrl === null
          ? 'nowhere: the simulator is not running'
          : `${messagesUrl}/${version}/messages`}
      </p>
      <p>content-type: application/json</p>
      <Suspense fallback={<Waiting>Loading the editor…</Waiting>}>
        <JsonEditor
          key={desk.form.turn}
          label="Request body"
          value={bodyText ?? laidOut}
          onChange={(text) => edit({ bodyText: text === laidOut ? null : text })}
          describedBy={describedBy}
        />
      </Suspense>
      {bodyText === null && <p>Laid out for reading. It is sent in one line until you edit it.</p>}
    </div>
  )
}
