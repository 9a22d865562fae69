import { TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { goToPage } from './go-to-page.ts'
import styles from './shell-header.module.css'

/** Says on every page that callbacks are answered otherwise; a click shows the rules. */
export function RulesPill() {
  const { responseRules } = useWorkbenchState()
  if (responseRules.length === 0) return null
  return (
    <span title="Some callbacks are not answered 200 at once" className={styles.whole}>
      <Button className={classNames(styles.pill, styles.warned)} onPress={() => goToPage('callbacks')}>
        <TriangleAlert size={13} aria-hidden />
        {countText(responseRules.length, 'response rule')}
      </Button>
    </span>
  )
}
