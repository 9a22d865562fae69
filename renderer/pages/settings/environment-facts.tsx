import type { ProfileView } from '#shared/profile.ts'
import styles from './import-credentials.module.css'

/** Which variables the environment's profile is made of, and why its key is not there when it is not. */
export function EnvironmentFacts({ profile }: { readonly profile: ProfileView }) {
  const { variables, secrets } = profile
  return (
    <>
      <span className={styles.hint}>
        From the environment: <span className={styles.variables}>{variables.join(', ')}</span>
      </span>
      {secrets.privateKey.state === 'unreadable' && (
        <span className={styles.bad}>{secrets.privateKey.reason}</span>
      )}
      <span className={styles.hint}>Its secrets are not stored. It is gone when the variables are.</span>
    </>
  )
}
