import { Pin } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import type { CallbackRow } from '#shared/callback.ts'
import { shortcutText } from '../../../commands/shortcut.ts'
import { classNames } from '../../../theme/class-names.ts'
import styles from './marks.module.css'
import { usePin } from './use-pin.ts'

/** Whether the callback that is shown is kept, whatever is deleted or pruned. */
export function PinToggle({ row }: { readonly row: CallbackRow }) {
  const pin = usePin()
  const title = row.isPinned
    ? 'Pinned: it stays when others are deleted or pruned'
    : `Pin: it stays when others are deleted or pruned (${shortcutText('list.pin')} on the list)`
  return (
    <span title={title} className={styles.toggleWrap}>
      <ToggleButton
        aria-label="Pin this callback"
        isSelected={row.isPinned}
        onChange={(isPinned) => pin({ seqs: [row.seq], isPinned })}
        className={classNames(styles.toggle)}
      >
        <Pin size={14} fill={row.isPinned ? 'currentColor' : 'none'} aria-hidden />
      </ToggleButton>
    </span>
  )
}
