import type { MadeToken } from '#shared/token.ts'
import { Button } from '../../components/button.tsx'
import frame from '../page-frame.module.css'
import { TokenCopies } from './token-copies.tsx'
import { TokenFacts } from './token-facts.tsx'
import { TokenTime } from './token-time.tsx'
import styles from './tokens.module.css'

type Props = {
  readonly made: MadeToken
  readonly onCheck: (token: string) => void
}

/** A token just made: until when it works, what it says, and the forms it is copied in. */
export function MadeTokenView({ made, onCheck }: Props) {
  const { token, profileName, validity, claims, keyFormat } = made
  return (
    <section className={styles.made} aria-label="New token">
      <TokenTime validity={validity} lead={`Token of ${profileName}`} />
      <p className={styles.token}>{token}</p>
      <div className={frame.row}>
        <TokenCopies made={made} />
        <Button size="small" look="quiet" onPress={() => onCheck(token)}>
          Check this token
        </Button>
      </div>
      <TokenFacts label="Claims of the new token" facts={claims} />
      {keyFormat === 'pkcs1' && (
        <p className={styles.note}>
          The key is in PKCS#1 format, which the Vonage CLI and the Python SDK refuse. For them, convert the
          file: <code>openssl pkcs8 -topk8 -nocrypt -in private.key -out private-pkcs8.key</code>
        </p>
      )}
    </section>
  )
}
