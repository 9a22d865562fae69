import type { TokenReading } from '#shared/token.ts'
import { CheckList } from '../../components/check-list.tsx'
import { CheckSummary } from './check-summary.tsx'
import { CompareKey } from './compare-key.tsx'
import { TokenFacts } from './token-facts.tsx'
import { TokenTime } from './token-time.tsx'
import styles from './tokens.module.css'

const KINDS: Readonly<Record<TokenReading['kind'], string>> = {
  api: 'A token for API calls',
  callback: 'The token of a signed callback',
  other: 'A JWT, but not one that Vonage uses',
  none: 'No token that can be read',
}

/** One token taken apart: kind, time left, checks, header and claims. */
export function TokenReadingView({ reading }: { readonly reading: TokenReading }) {
  const { kind, notes, validity, checks, comparison, header, claims, token } = reading
  const shown = kind === 'none' ? checks.filter(({ ok }) => ok !== null) : checks
  return (
    <section className={styles.reading} aria-label="Reading">
      <div>
        {validity === null ? (
          <p className={styles.time}>{KINDS[kind]}</p>
        ) : (
          <TokenTime validity={validity} lead={KINDS[kind]} />
        )}
        {notes.length > 0 && <p className={styles.note}>{notes.join(' ')}</p>}
      </div>
      <CheckSummary checks={shown} />
      <CheckList label="Token checks" checks={shown} detail="found" />
      {comparison !== null && <CompareKey comparison={comparison} token={token} />}
      {header.length > 0 && <TokenFacts label="Header" facts={header} />}
      {claims.length > 0 && <TokenFacts label="Claims" facts={claims} />}
    </section>
  )
}
