import type { CredentialsPreview } from '#shared/credentials.ts'
import { FIELD_WORDS, SOURCE_WORDS, takenText } from './credentials-words.ts'
import styles from './import-credentials.module.css'

type Recognised = Extract<CredentialsPreview, { kind: 'recognised' }>

/** What would be taken, what would not and why. Secrets show their last characters only. */
export function CredentialsPreviewTable({ preview }: { readonly preview: Recognised }) {
  const { source, taken, unused, notes } = preview
  return (
    <>
      <p>
        Recognised as <b>{SOURCE_WORDS[source]}</b>.
        {taken.length === 0 && ' It holds nothing that a profile can use.'}
      </p>
      {taken.length + unused.length > 0 && (
        <table className={styles.table} aria-label="What will be taken">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Value</th>
              <th scope="col">Found as</th>
            </tr>
          </thead>
          <tbody>
            {taken.map((one) => (
              <tr key={one.field}>
                <th scope="row">{FIELD_WORDS[one.field]}</th>
                <td className={styles.mono}>{takenText(one)}</td>
                <td className={styles.mono}>{one.name ?? 'the text itself'}</td>
              </tr>
            ))}
            {unused.map(({ name, why }) => (
              <tr key={name} className={styles.unused}>
                <th scope="row">not used</th>
                <td>{why}</td>
                <td className={styles.mono}>{name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </>
  )
}
