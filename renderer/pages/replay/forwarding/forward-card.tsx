import type { ForwardSettings } from '#shared/forward.ts'
import { Card } from '../../../components/card.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { SelectInput } from '../../../components/select-input.tsx'
import { SwitchInput } from '../../../components/switch-input.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { useWorkbenchState } from '../../../state/workbench-state.tsx'
import { ForwardFilter } from './forward-filter.tsx'
import { ForwardModeChoice } from './forward-mode-choice.tsx'
import { ForwardNumbers } from './forward-numbers.tsx'
import styles from './forwarding.module.css'
import { useForwardSettings } from './use-forward-settings.ts'

/** Whether, where and how callbacks are passed on as they arrive. Every change is saved at once. */
export function ForwardCard() {
  const { forward, targets, activeProfileId } = useWorkbenchState()
  const { settings, change, error } = useForwardSettings()
  return (
    <Card title="Forwarding">
      <div className={styles.form}>
        <SwitchInput isOn={settings.isOn} onChange={(isOn) => change({ isOn })}>
          Pass callbacks on as they arrive
        </SwitchInput>
        <SelectInput
          label="Target"
          value={settings.targetId}
          options={targets.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(targetId) => change({ targetId })}
        />
        <ForwardModeChoice mode={settings.mode} onChange={(mode) => change({ mode })} />
        <ForwardFilter
          key={activeProfileId}
          filter={forward.settings.filter}
          onChange={(filter) => change({ filter })}
        />
        <Unverified settings={settings} onChange={(isUnverifiedAllowed) => change({ isUnverifiedAllowed })} />
        {error !== null && <ErrorBox error={explanationOf(error)} />}
        <ForwardNumbers forward={forward} />
      </div>
    </Card>
  )
}

type UnverifiedProps = {
  readonly settings: ForwardSettings
  readonly onChange: (isUnverifiedAllowed: boolean) => void
}

function Unverified({ settings, onChange }: UnverifiedProps) {
  return (
    <div className={styles.choice}>
      <SwitchInput isOn={settings.isUnverifiedAllowed} onChange={onChange}>
        Forward unverified callbacks too
      </SwitchInput>
      <p className={styles.hint}>
        {settings.isUnverifiedAllowed
          ? 'Your server also gets callbacks that are unsigned, wrongly signed or cannot be checked here. Anybody who knows the public address can send those.'
          : 'Callbacks that are unsigned, wrongly signed or cannot be checked here are held back: captured, but not sent.'}
      </p>
    </div>
  )
}
