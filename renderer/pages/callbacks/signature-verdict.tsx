import type { SignatureState } from '#shared/callback.ts'
import type { Check } from '#shared/check.ts'
import { Card } from '../../components/card.tsx'
import { Tag } from '../../components/tag.tsx'
import { decisiveCheck } from './decisive-check.ts'
import { signatureWords } from './row-words.ts'
import styles from './signature-verdict.module.css'

type Props = { readonly state: SignatureState; readonly checks: readonly Check[] }

/** What the checks come to, and of the one that decided it the cause and what to do. */
export function SignatureVerdict({ state, checks }: Props) {
  const { word, tone } = signatureWords[state]
  const decisive = decisiveCheck(checks)
  return (
    <Card title="Verdict" aside={<Tag tone={tone}>{state === 'valid' ? 'valid' : word}</Tag>}>
      {decisive === null ? (
        <p>Every check was passed.</p>
      ) : (
        <div className={styles.cause}>
          <p className={styles.title}>
            {decisive.severity === 'warning' ? 'Worth a look' : 'Stopped at'}: {decisive.title}
          </p>
          <p>{decisive.why}</p>
          <p>{decisive.fix}</p>
        </div>
      )}
    </Card>
  )
}
