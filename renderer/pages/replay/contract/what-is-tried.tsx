import { contractCases, contractTreatments } from '#shared/messenger/contract-cases.ts'
import styles from './contract.module.css'

/** Before the first run: what it does, what it needs, and what is expected of the server. */
export function WhatIsTried() {
  return (
    <div className={styles.tried}>
      <p>
        Sends {contractCases.length} callbacks to the target: every message type and every status, in both
        versions, valid and with each fault. It takes some seconds. The server needs the signature secret of
        the profile in use, and handles these callbacks like real ones.
      </p>
      <table className={styles.table}>
        <caption>What a good webhook server does</caption>
        <thead>
          <tr>
            <th scope="col">Callbacks</th>
            <th scope="col">Expected, within 3 s</th>
          </tr>
        </thead>
        <tbody>
          {contractTreatments.map(({ name, words, expectation }) => (
            <tr key={name}>
              <th scope="row">{capitalised(words('callbacks'))}</th>
              <td>{expectation}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
