import type { TokenFact } from '#shared/token.ts'
import { localMoment } from '../../format/format-time.ts'
import styles from './tokens.module.css'

type Props = { readonly label: string; readonly facts: readonly TokenFact[] }

/** Header or claims: name, value, and what it means here and now. */
export function TokenFacts({ label, facts }: Props) {
  return (
    <table className={styles.facts}>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {facts.map(({ name, value, meaning, atMs }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.value}>{value}</td>
            <td>
              {atMs !== null && <b className={styles.moment}>{localMoment(atMs)}</b>}
              {meaning}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
