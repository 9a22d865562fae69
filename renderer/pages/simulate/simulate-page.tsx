import { Group, Panel, Separator } from 'react-resizable-panels'
import { ErrorBox } from '../../components/error-box.tsx'
import styles from '../../components/panes.module.css'
import { usePaneLayout } from '../../components/use-pane-layout.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { classNames } from '../../theme/class-names.ts'
import { PageFrame } from '../page-frame.tsx'
import { ConversationRegion } from './conversation-region.tsx'
import { PeopleRegion } from './people-region.tsx'
import type { RunningSimulator } from './running-simulator.ts'
import { SideRegion } from './side-region.tsx'
import { useSimulateDesk } from './simulate-desk.tsx'
import { useChat } from './use-chat.ts'

/** Be a Messenger user: people, the conversation with one of them, and how the simulator behaves. */
export function SimulatePage() {
  const { simulator } = useWorkbenchState()
  if (simulator.state === 'running') return <Simulator simulator={simulator} />
  return (
    <PageFrame title="Simulate">
      <ErrorBox error={simulator.error} />
    </PageFrame>
  )
}

function Simulator({ simulator }: { readonly simulator: RunningSimulator }) {
  const { defaultLayout, onLayoutChanged } = usePaneLayout('simulate-panes')
  const desk = useSimulateDesk()
  const chat = useChat()
  const { people } = simulator
  const person = people.find(({ psid }) => psid === desk.psid) ?? people[0] ?? null
  return (
    <main className={styles.page} aria-label="Simulate">
      <h1 className={styles.hidden}>Simulate</h1>
      <Group
        className={classNames(styles.panes)}
        onLayoutChanged={onLayoutChanged}
        {...(defaultLayout && { defaultLayout })}
      >
        <Panel id="people" defaultSize="19%" minSize="190px">
          <PeopleRegion people={people} chosen={person} bubbles={chat.bubbles} onChoose={desk.choose} />
        </Panel>
        <Separator className={classNames(styles.separator)} aria-label="Width of the people" />
        <Panel id="conversation" minSize="320px">
          <ConversationRegion simulator={simulator} person={person} chat={chat} />
        </Panel>
        <Separator className={classNames(styles.separator)} aria-label="Width of the settings" />
        <Panel id="side" defaultSize="33%" minSize="310px">
          <SideRegion simulator={simulator} />
        </Panel>
      </Group>
    </main>
  )
}
