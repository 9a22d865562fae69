import { Fragment } from 'react'
import { Heading } from 'react-aria-components'
import { Button } from '../components/button.tsx'
import dialogStyles from '../components/dialog.module.css'
import { DialogWindow } from '../components/dialog-window.tsx'
import { Keys } from '../components/keys.tsx'
import { classNames } from '../theme/class-names.ts'
import type { CommandScope } from './command.ts'
import { commandTable } from './command-table.ts'
import { chordText } from './key-chord.ts'
import styles from './shortcuts-sheet.module.css'
import { thisOs } from './this-os.ts'

const SCOPES: readonly (readonly [CommandScope, string])[] = [
  ['everywhere', 'Everywhere'],
  ['list', 'In the callbacks list'],
  ['details', 'In the callback details'],
  ['reply', 'In the Reply form'],
]

type Props = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }

/** Every command with its keys. */
export function ShortcutsSheet({ isOpen, onOpenChange }: Props) {
  return (
    <DialogWindow isOpen={isOpen} onClose={() => onOpenChange(false)} className={styles.sheet}>
      {({ close }) => (
        <>
          <Heading slot="title" className={classNames(dialogStyles.title)}>
            Keyboard shortcuts
          </Heading>
          <div className={styles.groups}>
            {SCOPES.map(([scope, title]) => (
              <ScopeGroup key={scope} scope={scope} title={title} />
            ))}
          </div>
          <div className={dialogStyles.buttons}>
            <Button onPress={close} autoFocus>
              Close
            </Button>
          </div>
        </>
      )}
    </DialogWindow>
  )
}

function ScopeGroup({ scope, title }: { readonly scope: CommandScope; readonly title: string }) {
  const os = thisOs()
  return (
    <section>
      <h3 className={styles.scope}>{title}</h3>
      <dl className={styles.list}>
        {commandTable
          .filter((command) => command.scope === scope && command.keys[os].length > 0)
          .map((command) => (
            <Fragment key={command.id}>
              <dt>{command.title}</dt>
              <dd>
                {command.keys[os].map((chord) => (
                  <Keys key={chordText(chord, os)}>{chordText(chord, os)}</Keys>
                ))}
              </dd>
            </Fragment>
          ))}
      </dl>
    </section>
  )
}
