import { NumberInput } from '../components/number-input.tsx'
import { Segmented } from '../components/segmented.tsx'
import { SelectInput } from '../components/select-input.tsx'
import styles from './replay-dialog.module.css'
import type { ReplayFaults, ReplayFields, ReplayOrder } from './replay-fields.ts'

const PACES = [
  { value: 'fast', label: 'As fast as possible' },
  { value: 'gap', label: 'Fixed gap' },
  { value: 'original', label: 'Original timing' },
] as const

const ORDERS: readonly { readonly value: ReplayOrder; readonly label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'person', label: 'One person’s one after the other' },
  { value: 'all', label: 'All one after the other' },
]

type Props = {
  readonly fields: ReplayFields
  readonly edit: (change: Partial<ReplayFields>) => void
  readonly faults: ReplayFaults
  /** Only one request is sent, so there is no pace to choose. */
  readonly isOne: boolean
}

/** How often and how fast. */
export function PaceFields({ fields, edit, faults, isOne }: Props) {
  return (
    <div className={styles.group}>
      <div className={styles.pair}>
        <NumberInput
          label="Times each"
          value={fields.repeat}
          onChange={(repeat) => edit({ repeat })}
          fault={faults.repeat}
        />
        {!isOne && (
          <div className={styles.pace}>
            <Segmented label="Pace" value={fields.pace} options={PACES} onChange={(pace) => edit({ pace })} />
          </div>
        )}
      </div>
      {!isOne && fields.pace === 'gap' && (
        <div className={styles.pair}>
          <NumberInput
            label="Gap (ms)"
            value={fields.gapMs}
            onChange={(gapMs) => edit({ gapMs })}
            fault={faults.gapMs}
          />
        </div>
      )}
      {!isOne && fields.pace === 'fast' && (
        <div className={styles.pair}>
          <NumberInput
            label="At once (1–64)"
            value={fields.concurrency}
            onChange={(concurrency) => edit({ concurrency })}
            fault={faults.concurrency}
          />
          <SelectInput
            label="Order kept"
            value={fields.order}
            options={ORDERS}
            onChange={(order) => edit({ order })}
          />
        </div>
      )}
    </div>
  )
}
