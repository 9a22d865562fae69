import type { ReactNode } from 'react'
import { Group } from 'react-aria-components'
import type { SecretChange, SecretView } from '#shared/profile.ts'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../theme/class-names.ts'
import styles from './settings.module.css'

type Props = {
  readonly title: string
  readonly view: SecretView
  readonly change: SecretChange
  readonly onChange: (change: SecretChange) => void
  /** The control a new value is entered in. */
  readonly children: (value: string, set: (value: string) => void) => ReactNode
}

/** A stored secret as far as the page knows it, or the field for a new value. */
export function SecretField({ title, view, change, onChange, children }: Props) {
  const isStored = view.state !== 'not-set'
  if (change.do === 'set' || !isStored) {
    const value = change.do === 'set' ? change.value : ''
    return (
      <div className={styles.secretInput}>
        {children(value, (next) => onChange({ do: 'set', value: next }))}
        {isStored && (
          <Button
            size="small"
            look="quiet"
            onPress={() => onChange({ do: 'keep' })}
            aria-label={`Keep the ${title}`}
          >
            Keep the stored one
          </Button>
        )}
      </div>
    )
  }
  return (
    <Group className={classNames(styles.secret)} aria-label={title}>
      <span className={styles.label}>{title}</span>
      <span>{change.do === 'clear' ? 'will be removed' : viewText(view)}</span>
      <span className={styles.buttons}>
        <Button
          size="small"
          onPress={() => onChange({ do: 'set', value: '' })}
          aria-label={`Replace ${title}`}
        >
          Replace
        </Button>
        {change.do === 'clear' ? (
          <Button size="small" onPress={() => onChange({ do: 'keep' })} aria-label={`Keep the ${title}`}>
            Keep
          </Button>
        ) : (
          <Button
            size="small"
            look="danger"
            onPress={() => onChange({ do: 'clear' })}
            aria-label={`Remove ${title}`}
          >
            Remove
          </Button>
        )}
      </span>
    </Group>
  )
}

function viewText(view: SecretView): string {
  switch (view.state) {
    case 'not-set':
      return 'not set'
    case 'set':
      return `set · ${hintText(view.hint)}${view.isProtected ? '' : ' · not protected by the system'}`
    case 'unreadable':
      return `stored, but not readable here: ${view.reason}`
  }
}

function hintText(hint: string): string {
  return hint.length === 4 ? `ends in ${hint}` : hint
}
