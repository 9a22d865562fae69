import type { SandboxRules, SimulatedPerson } from '#shared/simulator.ts'
import { SwitchInput } from '../../components/switch-input.tsx'
import styles from './settings-fields.module.css'

type Props = {
  readonly rules: SandboxRules
  readonly people: readonly SimulatedPerson[]
  readonly onChange: (rules: SandboxRules) => void
}

/** What the sandbox refuses and the simulator lets pass unless told. */
export function SandboxRulesFields({ rules, people, onChange }: Props) {
  const set = (change: Partial<SandboxRules>) => onChange({ ...rules, ...change })
  return (
    <div className={styles.fields}>
      <SwitchInput isOn={rules.isRateLimited} onChange={(isRateLimited) => set({ isRateLimited })}>
        One message a second; more are answered 429
      </SwitchInput>
      <SwitchInput isOn={rules.isTextLimited} onChange={(isTextLimited) => set({ isTextLimited })}>
        Texts of at most 640 characters
      </SwitchInput>
      <SwitchInput isOn={rules.hasWindow} onChange={(hasWindow) => set({ hasWindow })}>
        24-hour window; outside it messages are rejected with 1340
      </SwitchInput>
      <SwitchInput
        isOn={rules.allowedPsids !== null}
        onChange={(isOn) => set({ allowedPsids: isOn ? people.map(({ psid }) => psid) : null })}
      >
        Allow-list: only these people can be written to
      </SwitchInput>
      {rules.allowedPsids !== null && (
        <AllowedPeople
          people={people}
          allowed={rules.allowedPsids}
          onChange={(allowedPsids) => set({ allowedPsids })}
        />
      )}
    </div>
  )
}

type AllowedProps = {
  readonly people: readonly SimulatedPerson[]
  readonly allowed: readonly string[]
  readonly onChange: (allowed: string[]) => void
}

function AllowedPeople({ people, allowed, onChange }: AllowedProps) {
  return (
    <fieldset className={styles.people} aria-label="Allow-list">
      {people.map(({ psid, name }) => (
        <SwitchInput
          key={psid}
          isOn={allowed.includes(psid)}
          onChange={(isOn) =>
            onChange(isOn ? [...allowed, psid] : allowed.filter((candidate) => candidate !== psid))
          }
        >
          {name}
        </SwitchInput>
      ))}
      {people.length === 0 && <p className={styles.hint}>There are no people.</p>}
    </fieldset>
  )
}
