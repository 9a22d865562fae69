import styles from './person-name.module.css'
import { usePersonName } from './person-names.tsx'

/** The name of a person before their PSID, in a line of a list; nothing for one without a name. */
export function PersonName({ psid }: { readonly psid: string | null }) {
  const name = usePersonName(psid)
  if (name === null) return null
  return (
    <span className={styles.name} dir="auto" title={`${name}, PSID ${psid}`}>
      {name}
    </span>
  )
}
