import type { AddressChange } from '#shared/addresses.ts'
import styles from './connect.module.css'

const WORDS = { inbound: 'Inbound URL', status: 'Status URL', version: 'Version' } as const

type Props = { readonly label: string; readonly changes: readonly AddressChange[] }

/** What is changed in an application, old and new. */
export function ChangeTable({ label, changes }: Props) {
  return (
    <table className={styles.changes} aria-label={label}>
      <thead>
        <tr>
          <td />
          <th scope="col">Before</th>
          <th scope="col">Here</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ what, old, next }) => (
          <tr key={what}>
            <th scope="row">{WORDS[what]}</th>
            <td>{old === null || old === '' ? 'not set' : old}</td>
            <td>
              <ins>{next}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
