import { Group, Panel, Separator } from 'react-resizable-panels'
import styles from '../../components/panes.module.css'
import { usePaneLayout } from '../../components/use-pane-layout.ts'
import { DropToImport } from '../../session/drop-to-import.tsx'
import { classNames } from '../../theme/class-names.ts'
import { CallbackDetails } from './callback-details.tsx'
import { CallbacksRegion } from './callbacks-region.tsx'
import { DeleteFromListProvider } from './deleting/delete-from-list.tsx'
import { ReplayFromListProvider } from './replay-from-list.tsx'
import { ReplyRegion } from './reply-region.tsx'
import { ResponseRulesBar } from './response-rules-bar.tsx'

/** List, details and Reply side by side. */
export function CallbacksPage() {
  const { defaultLayout, onLayoutChanged } = usePaneLayout('callbacks-panes')
  return (
    <ReplayFromListProvider>
      <DeleteFromListProvider>
        <main className={styles.page}>
          <h1 className={styles.hidden}>Callbacks</h1>
          <ResponseRulesBar />
          <DropToImport />
          <Group
            className={classNames(styles.panes)}
            onLayoutChanged={onLayoutChanged}
            {...(defaultLayout && { defaultLayout })}
          >
            <Panel id="list" defaultSize="31%" minSize="264px" groupResizeBehavior="preserve-pixel-size">
              <CallbacksRegion />
            </Panel>
            <Separator className={classNames(styles.separator)} aria-label="Width of the list" />
            <Panel id="details" minSize="260px">
              <CallbackDetails />
            </Panel>
            <Separator className={classNames(styles.separator)} aria-label="Width of the Reply form" />
            <Panel id="reply" defaultSize="28%" minSize="290px" groupResizeBehavior="preserve-pixel-size">
              <ReplyRegion />
            </Panel>
          </Group>
        </main>
      </DeleteFromListProvider>
    </ReplayFromListProvider>
  )
}
