import { Circle, CircleCheck, CircleDashed, RotateCw, TriangleAlert } from 'lucide-react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { TunnelState } from '#shared/tunnel.ts'
import { Button } from '../components/button.tsx'
import menuStyles from '../components/menu.module.css'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { goToPage } from './go-to-page.ts'
import styles from './shell-header.module.css'
import { TunnelButtons } from './tunnel-buttons.tsx'
import pillStyles from './tunnel-pill.module.css'
import { TunnelStatus } from './tunnel-status.tsx'
import { tunnelTitle } from './tunnel-words.ts'

/** Shape and colour repeat what the word says. */
const SHAPES = {
  off: Circle,
  starting: CircleDashed,
  checking: CircleDashed,
  online: CircleCheck,
  reconnecting: RotateCw,
  failed: TriangleAlert,
} as const

/** How the listener is reached from the internet, and what can be done about it. */
export function TunnelPill() {
  const { tunnel } = useWorkbenchState()
  const { state, settings } = tunnel
  return (
    <DialogTrigger>
      <AriaButton className={classNames(styles.pill, pillStyles[state.state])}>
        <Title state={state} />
      </AriaButton>
      <Popover className={classNames(menuStyles.popover)} placement="bottom start">
        <Dialog aria-label="Tunnel" className={classNames(styles.dialog)}>
          {({ close }) => (
            <>
              <TunnelStatus tunnel={tunnel} />
              <div className={pillStyles.buttons}>
                {settings.driver !== 'none' && <TunnelButtons state={state} />}
                <Button
                  onPress={() => {
                    close()
                    goToPage('settings')
                  }}
                >
                  {settings.driver === 'none' ? 'Set up tunnel' : 'Settings'}
                </Button>
              </div>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function Title({ state }: { readonly state: TunnelState }) {
  const Shape = SHAPES[state.state]
  const title = tunnelTitle(state)
  return (
    <>
      <Shape size={13} aria-hidden />
      {state.state === 'online' ? (
        <>
          Tunnel <b>{title}</b>
        </>
      ) : (
        title
      )}
    </>
  )
}
