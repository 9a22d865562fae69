import type { SendOutcome } from '#shared/reply.ts'
import { Explanation } from '../../components/explanation.tsx'
import { More } from '../../components/more.tsx'
import styles from './refused-reply.module.css'

type Props = { readonly outcome: Exclude<SendOutcome, { readonly kind: 'accepted' }> }

/** Why a reply was not accepted: the explanation first, then the answer word for word. */
export function RefusedReply({ outcome }: Props) {
  return (
    <div className={styles.refused}>
      <Explanation error={outcome.explanation} isAlert />
      {outcome.kind === 'refused' && <Answer outcome={outcome} />}
    </div>
  )
}

function Answer({ outcome }: { readonly outcome: Extract<SendOutcome, { readonly kind: 'refused' }> }) {
  const { title, detail, invalidParameters } = outcome.problem
  return (
    <>
      <dl className={styles.facts}>
        <dt>HTTP status</dt>
        <dd>{outcome.httpStatus}</dd>
        {title !== null && (
          <>
            <dt>Title</dt>
            <dd>{title}</dd>
          </>
        )}
        {detail !== null && (
          <>
            <dt>Detail</dt>
            <dd>{detail}</dd>
          </>
        )}
      </dl>
      {invalidParameters.length > 0 && (
        <ul className={styles.parameters} aria-label="Invalid parameters">
          {invalidParameters.map(({ name, reason }) => (
            <li key={`${name} ${reason}`}>
              <code>{name}</code> {reason}
            </li>
          ))}
        </ul>
      )}
      <More title="Answer, word for word">
        <pre className={styles.body}>{outcome.responseBody === '' ? '(empty)' : outcome.responseBody}</pre>
      </More>
    </>
  )
}
