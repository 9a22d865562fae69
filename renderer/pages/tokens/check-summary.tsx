import type { Check } from '#shared/check.ts'
import { Tag } from '../../components/tag.tsx'
import styles from './tokens.module.css'

/** How the checks went, in one line that is announced when it changes. */
export function CheckSummary({ checks }: { readonly checks: readonly Check[] }) {
  const count = (isMeant: (check: Check) => boolean) => checks.filter(isMeant).length
  const failed = count(({ ok, severity }) => ok === false && severity === 'error')
  const warned = count(({ ok, severity }) => ok === false && severity === 'warning')
  const passed = count(({ ok }) => ok === true)
  return (
    <p className={styles.summary} role="status">
      {failed > 0 && <Tag tone="bad">{`${failed} failed`}</Tag>}
      {warned > 0 && <Tag tone="warn">{warned === 1 ? '1 warning' : `${warned} warnings`}</Tag>}
      {passed > 0 && <Tag tone="ok">{`${passed} passed`}</Tag>}
    </p>
  )
}
