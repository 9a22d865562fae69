import { TriangleAlert } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { WireError } from '#shared/rpc.ts'
import { useCopy } from '../clipboard/use-copy.ts'
import { Button } from '../components/button.tsx'
import { Explanation } from '../components/explanation.tsx'
import menuStyles from '../components/menu.module.css'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { goToPage } from './go-to-page.ts'
import styles from './shell-header.module.css'

/** Where callbacks are listened for; a click copies the inbound URL. */
export function ListeningPill() {
  const { listener } = useWorkbenchState()
  const copy = useCopy()
  if (listener.state === 'failed') return <NotListening error={listener.error} />
  const { port, wantedPort, inboundUrl } = listener
  const isElsewhere = wantedPort !== 0 && port !== wantedPort
  return (
    <span title={`Copy ${inboundUrl}`} className={styles.whole}>
      <AriaButton
        className={classNames(styles.pill)}
        onPress={() => copy({ text: inboundUrl, what: 'inbound URL' })}
      >
        <span className={styles.dot} aria-hidden />
        Listening <b>127.0.0.1:{port}</b>
        {isElsewhere && <span className={styles.taken}>{wantedPort} was taken</span>}
      </AriaButton>
    </span>
  )
}

function NotListening({ error }: { readonly error: WireError }) {
  return (
    <DialogTrigger>
      <AriaButton className={classNames(styles.pill, styles.failed)}>
        <TriangleAlert size={13} aria-hidden />
        Not listening: {error.what}
      </AriaButton>
      <Popover className={classNames(menuStyles.popover)} placement="bottom start">
        <Dialog aria-label="Why nothing is listened for" className={classNames(styles.dialog)}>
          {({ close }) => (
            <>
              <Explanation error={error} />
              <Button
                onPress={() => {
                  close()
                  goToPage('settings')
                }}
              >
                Settings
              </Button>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
