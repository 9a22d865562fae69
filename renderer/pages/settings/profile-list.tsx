import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import type { Editing } from './editing.ts'
import { ProfileItem } from './profile-item.tsx'
import styles from './settings.module.css'

type Props = { readonly editing: Editing; readonly onEdit: (editing: Editing) => void }

/** All profiles, the one in use marked. */
export function ProfileList({ editing, onEdit }: Props) {
  const { profiles, activeProfileId } = useWorkbenchState()
  const { activateProfile, deleteProfile, duplicateProfile } = useWorkbench()
  const use = useMutation({ mutationFn: (id: string) => activateProfile({ id }) })
  const duplicate = useMutation({ mutationFn: (id: string) => duplicateProfile({ id }) })
  const remove = useMutation({
    mutationFn: (id: string) => deleteProfile({ id }),
    onSuccess: (_, id) => {
      if (editing.kind === 'stored' && editing.id === id) onEdit({ kind: 'none' })
    },
  })
  const error = use.error ?? duplicate.error ?? remove.error
  return (
    <Card
      title="Profiles"
      aside={
        <Button size="small" onPress={() => onEdit({ kind: 'new' })}>
          <Plus size={14} aria-hidden />
          New profile
        </Button>
      }
    >
      <ul className={styles.profiles} aria-label="Profiles">
        {profiles.map((profile) => (
          <ProfileItem
            key={profile.id}
            profile={profile}
            isActive={profile.id === activeProfileId}
            onUse={() => use.mutate(profile.id)}
            onEdit={() => onEdit({ kind: 'stored', id: profile.id })}
            onDuplicate={() => duplicate.mutate(profile.id)}
            onDelete={() => remove.mutate(profile.id)}
          />
        ))}
      </ul>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </Card>
  )
}
