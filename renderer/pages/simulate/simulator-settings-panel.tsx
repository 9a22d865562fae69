import type { RetryTrigger, SimulatedPerson, SimulatorSettings } from '#shared/simulator.ts'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { DestinationField } from './destination-field.tsx'
import { PageIdField } from './page-id-field.tsx'
import { SandboxRulesFields } from './sandbox-rules-fields.tsx'
import styles from './settings-fields.module.css'
import { StatusSequenceFields } from './status-sequence-fields.tsx'
import { useSimulatorSettings } from './use-simulator-settings.ts'

const VERSIONS = [
  { value: 'v1', label: 'v1' },
  { value: 'v0.1', label: 'v0.1' },
] as const

const TRIGGERS: readonly { readonly value: RetryTrigger; readonly label: string }[] = [
  { value: 'server-errors', label: 'After 429, 5xx or no answer' },
  { value: 'any-non-200', label: 'After anything but 200' },
  { value: 'off', label: 'Never' },
]

type Props = { readonly stored: SimulatorSettings; readonly people: readonly SimulatedPerson[] }

/** How the simulator behaves. Every change is saved at once. */
export function SimulatorSettingsPanel({ stored, people }: Props) {
  const { settings, change: save, error } = useSimulatorSettings(stored)
  return (
    <>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <Card title="Callbacks">
        <div className={styles.fields}>
          <div className={styles.inline}>
            <span>Format</span>
            <div className={styles.versions}>
              <Segmented
                label="Callback format"
                value={settings.callbackVersion}
                options={VERSIONS}
                onChange={(callbackVersion) => save({ callbackVersion })}
              />
            </div>
          </div>
          <DestinationField
            destination={settings.destination}
            onChange={(destination) => save({ destination })}
          />
          <PageIdField pageId={settings.pageId} onChange={(pageId) => save({ pageId })} />
          <SelectInput
            label="Delivered again"
            value={settings.retryTrigger}
            options={TRIGGERS}
            onChange={(retryTrigger) => save({ retryTrigger })}
          />
        </div>
      </Card>
      <Card title="Statuses of your server’s messages">
        <StatusSequenceFields
          sequence={settings.statusSequence}
          onChange={(statusSequence) => save({ statusSequence })}
        />
      </Card>
      <Card title="Sandbox rules">
        <SandboxRulesFields
          rules={settings.sandboxRules}
          people={people}
          onChange={(sandboxRules) => save({ sandboxRules })}
        />
      </Card>
    </>
  )
}
