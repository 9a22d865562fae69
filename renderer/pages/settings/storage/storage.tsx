import { Card } from '../../../components/card.tsx'
import frame from '../../page-frame.module.css'
import { DurabilityChoice } from './durability-choice.tsx'
import { LimitsForm } from './limits-form.tsx'
import { StoredFacts } from './stored-facts.tsx'

/** What is stored, how long it is kept, and what it survives. */
export function Storage() {
  return (
    <Card title="Storage">
      <div className={frame.form}>
        <StoredFacts />
        <LimitsForm />
        <DurabilityChoice />
      </div>
    </Card>
  )
}
