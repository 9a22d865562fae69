import type { ProfileView } from '#shared/profile.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Tag } from '../../components/tag.tsx'
import { EnvironmentFacts } from './environment-facts.tsx'
import styles from './settings.module.css'

type Props = {
  readonly profile: ProfileView
  readonly isActive: boolean
  readonly onUse: () => void
  readonly onEdit: () => void
  readonly onDuplicate: () => void
  readonly onDelete: () => void
}

export function ProfileItem({ profile, isActive, onUse, onEdit, onDuplicate, onDelete }: Props) {
  const { name, origin, messagesUrl } = profile
  return (
    <li className={styles.profile}>
      <div className={styles.about}>
        <span className={styles.name}>
          <b>{name}</b>
          {isActive && <Tag tone="ok">in use</Tag>}
          {origin === 'simulator' && <Tag>built in</Tag>}
          {origin === 'environment' && <Tag>environment</Tag>}
        </span>
        <span className={styles.url}>{messagesUrl ?? 'The simulator is not running.'}</span>
        {origin === 'environment' && <EnvironmentFacts profile={profile} />}
      </div>
      <div className={styles.buttons}>
        {!isActive && (
          <Button size="small" onPress={onUse} aria-label={`Use ${name}`}>
            Use
          </Button>
        )}
        {origin === 'stored' && (
          <Button size="small" onPress={onEdit} aria-label={`Edit ${name}`}>
            Edit
          </Button>
        )}
        <Button size="small" onPress={onDuplicate} aria-label={`Duplicate ${name}`}>
          Duplicate
        </Button>
        {origin === 'stored' && <DeleteProfile name={name} onDelete={onDelete} />}
      </div>
    </li>
  )
}

function DeleteProfile({ name, onDelete }: { readonly name: string; readonly onDelete: () => void }) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" look="danger" aria-label={`Delete ${name}`}>
          Delete
        </Button>
      }
      title={`Delete the profile “${name}”?`}
      action="Delete profile and secrets"
      onConfirm={onDelete}
    >
      <p>
        Its private key, API secret and signature secret are deleted from this machine too. Callbacks and
        replies stay.
      </p>
    </ConfirmDialog>
  )
}
