import { type ReactNode, useId } from 'react'
import styles from './card.module.css'

type Props = { readonly title: ReactNode; readonly aside?: ReactNode; readonly children: ReactNode }

/** A titled box. */
export function Card({ title, aside, children }: Props) {
  const titleId = useId()
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {aside}
      </header>
      <div className={styles.content}>{children}</div>
    </section>
  )
}
