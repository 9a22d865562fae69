import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { goToPage } from '../../shell/go-to-page.ts'
import { usePagePart } from '../../shell/use-page.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { classNames } from '../../theme/class-names.ts'
import { ContractRunPanel } from './contract/contract-run-panel.tsx'
import { ForwardingTab } from './forwarding/forwarding-tab.tsx'
import styles from './replay-page.module.css'
import { RunsTab } from './runs/runs-tab.tsx'

const PARTS = ['runs', 'forwarding', 'contract'] as const
type Part = (typeof PARTS)[number]

/** Everything that drives the developer's own webhook server. The address says which part is shown. */
export function ReplayPage() {
  const wanted = usePagePart()
  const { targets } = useWorkbenchState()
  const part = PARTS.find((name) => name === wanted) ?? 'runs'
  return (
    <main className={styles.page} aria-label="Replay" data-pane="page">
      <Tabs
        className={classNames(styles.tabs)}
        selectedKey={part}
        onSelectionChange={(key) => goToPage('replay', String(key))}
      >
        <header className={styles.head}>
          <h1 className={styles.title} tabIndex={-1} data-pane-focus>
            Replay
          </h1>
          <TabList aria-label="Parts of the page" className={classNames(styles.list)}>
            <PartTab id="runs">Runs</PartTab>
            <PartTab id="forwarding">Forwarding & targets</PartTab>
            <PartTab id="contract">Contract run</PartTab>
          </TabList>
        </header>
        <TabPanel id="runs" className={classNames(styles.panel, styles.filled)}>
          <RunsTab />
        </TabPanel>
        <TabPanel id="forwarding" className={classNames(styles.panel)}>
          <ForwardingTab />
        </TabPanel>
        <TabPanel id="contract" className={classNames(styles.panel)}>
          <ContractRunPanel targets={targets} />
        </TabPanel>
      </Tabs>
    </main>
  )
}

function PartTab({ id, children }: { readonly id: Part; readonly children: ReactNode }) {
  return (
    <Tab id={id} className={classNames(styles.tab)}>
      {children}
    </Tab>
  )
}
