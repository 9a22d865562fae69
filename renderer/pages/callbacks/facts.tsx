import { Fragment } from 'react'
import { CopyButton } from '../../components/copy-button.tsx'
import type { Fact } from './callback-facts.ts'
import styles from './facts.module.css'

/** Names and values in two columns, each value with its copy button. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <Fragment key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            <span className={styles.text}>
              <span className={styles.value}>{fact.value}</span>
              {fact.note !== null && <span className={styles.note}>{fact.note}</span>}
            </span>
            {fact.copyName !== null && <CopyButton what={fact.copyName} text={fact.value} />}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}
