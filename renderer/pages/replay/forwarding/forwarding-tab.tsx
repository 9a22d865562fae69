import { useState } from 'react'
import type { Editing } from './editing.ts'
import { ForwardCard } from './forward-card.tsx'
import styles from './forwarding.module.css'
import { TargetForm } from './target-form.tsx'
import { TargetsCard } from './targets-card.tsx'

/** Where callbacks go, and which go there as they arrive. */
export function ForwardingTab() {
  const [editing, setEditing] = useState<Editing>({ kind: 'none' })
  const close = () => setEditing({ kind: 'none' })
  const id = editing.kind === 'stored' ? editing.id : null
  return (
    <div className={styles.sides}>
      <div className={styles.side}>
        <TargetsCard editing={editing} onEdit={setEditing} />
        {editing.kind !== 'none' && <TargetForm key={id ?? 'new'} id={id} onClose={close} />}
      </div>
      <div className={styles.side}>
        <ForwardCard />
      </div>
    </div>
  )
}
