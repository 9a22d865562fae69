import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { numberText } from '#shared/number-text.ts'
import tabs from '../../components/tabs.module.css'
import { classNames } from '../../theme/class-names.ts'
import { DeliveriesPanel } from './deliveries-panel.tsx'
import { RequestsPanel } from './requests-panel.tsx'
import { RetryClockPanel } from './retry-clock-panel.tsx'
import type { RunningSimulator } from './running-simulator.ts'
import styles from './side-region.module.css'
import { useSimulateDesk } from './simulate-desk.tsx'
import { SimulatorSettingsPanel } from './simulator-settings-panel.tsx'

/** How the simulator behaves, what it will deliver again, what it has delivered, and what was asked of it. */
export function SideRegion({ simulator }: { readonly simulator: RunningSimulator }) {
  const { tab, showTab } = useSimulateDesk()
  const { settings, people, retryClock, deliveries, requests } = simulator
  return (
    <section className={styles.region} aria-label="Simulator" data-pane="simulator">
      <Tabs
        className={classNames(tabs.tabs)}
        selectedKey={tab}
        onSelectionChange={(key) => showTab(String(key))}
      >
        <TabList aria-label="The simulator" className={classNames(styles.list)}>
          <SideTab id="settings">Settings</SideTab>
          <SideTab id="retries">
            Retries{retryClock.dueCount > 0 && ` ${numberText(retryClock.dueCount)}`}
          </SideTab>
          <SideTab id="deliveries">Deliveries</SideTab>
          <SideTab id="requests">API requests</SideTab>
        </TabList>
        <SidePanel id="settings">
          <SimulatorSettingsPanel stored={settings} people={people} />
        </SidePanel>
        <SidePanel id="retries">
          <RetryClockPanel clock={retryClock} trigger={settings.retryTrigger} />
        </SidePanel>
        <SidePanel id="deliveries">
          <DeliveriesPanel deliveries={deliveries} />
        </SidePanel>
        <SidePanel id="requests">
          <RequestsPanel requests={requests} people={people} />
        </SidePanel>
      </Tabs>
    </section>
  )
}

type PartProps = { readonly id: string; readonly children: ReactNode }

function SideTab({ id, children }: PartProps) {
  return (
    <Tab id={id} className={classNames(tabs.tab)}>
      {children}
    </Tab>
  )
}

function SidePanel({ id, children }: PartProps) {
  return (
    <TabPanel id={id} className={classNames(tabs.panel)} data-pane-focus>
      {children}
    </TabPanel>
  )
}
