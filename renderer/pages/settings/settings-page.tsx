import { useState } from 'react'
import { PageFrame } from '../page-frame.tsx'
import { DataFolder } from './data-folder.tsx'
import type { Editing } from './editing.ts'
import { ImportCredentials } from './import-credentials.tsx'
import { ListenerPort } from './listener-port.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ProfileList } from './profile-list.tsx'
import { Storage } from './storage/storage.tsx'
import { TunnelSettingsCard } from './tunnel-settings.tsx'

export function SettingsPage() {
  const [editing, setEditing] = useState<Editing>({ kind: 'none' })
  const close = () => setEditing({ kind: 'none' })
  return (
    <PageFrame title="Settings">
      <ProfileList editing={editing} onEdit={setEditing} />
      {editing.kind !== 'none' && (
        <ProfileForm
          key={editing.kind === 'stored' ? editing.id : 'new'}
          id={editing.kind === 'stored' ? editing.id : null}
          onClose={close}
        />
      )}
      <ImportCredentials />
      <ListenerPort />
      <TunnelSettingsCard />
      <Storage />
      <DataFolder />
    </PageFrame>
  )
}
