import { Forward, TriangleAlert } from 'lucide-react'
import { Button } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { troubleWords } from './forward-trouble.ts'
import { goToPage } from './go-to-page.ts'
import styles from './shell-header.module.css'
import { useForwardTrouble } from './use-forward-trouble.ts'

/** Says on every page that callbacks are passed on, and whether that works; a click shows where. */
export function ForwardPill() {
  const { forward, targets } = useWorkbenchState()
  const isInTrouble = useForwardTrouble(forward)
  const target = targets.find(({ id }) => id === forward.settings.targetId)
  if (!forward.settings.isOn || target === undefined) return null
  const Icon = isInTrouble ? TriangleAlert : Forward
  const { forwarded, refused, failed, heldBack, recent } = forward
  const numbers = `${countText(forwarded, 'callback')} forwarded, ${refused} refused, ${failed} failed, ${heldBack} held back`
  return (
    <span title={`${target.name}: ${numbers}`}>
      <Button
        className={classNames(styles.pill, isInTrouble && styles.warned)}
        onPress={() => goToPage('replay', 'forwarding')}
      >
        <Icon size={13} aria-hidden className={classNames(styles.icon)} />
        <span className={styles.text}>
          {isInTrouble ? troubleWords(recent) : 'Forwarding to'} {target.name}
        </span>
      </Button>
    </span>
  )
}
