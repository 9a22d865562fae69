import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ProfileView, SecretChange, SecretName } from '#shared/profile.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import frame from '../page-frame.module.css'
import { ProfileAccountFields } from './profile-account-fields.tsx'
import { fieldsOf, inputOf, newProfileFields, type ProfileFields, problemsOf } from './profile-form-state.ts'
import { ProfileSecretFields } from './profile-secret-fields.tsx'
import styles from './settings.module.css'

type Props = { readonly id: string | null; readonly onClose: () => void }

/** A new profile (id null) or a stored one. */
export function ProfileForm({ id, onClose }: Props) {
  const { profiles, secretStorage } = useWorkbenchState()
  const { saveProfile } = useWorkbench()
  const stored = profiles.find((profile) => profile.id === id) ?? null
  const [fields, setFields] = useState(() => (stored === null ? newProfileFields : fieldsOf(stored)))
  const [showsProblems, setShowsProblems] = useState(false)
  const problems = problemsOf(fields)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => saveProfile(inputOf(id, fields)),
    onSuccess: onClose,
  })
  const edit = (change: Partial<ProfileFields>) => setFields((before) => ({ ...before, ...change }))
  const editSecret = (name: SecretName, change: SecretChange) =>
    setFields((before) => ({ ...before, secrets: { ...before.secrets, [name]: change } }))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setShowsProblems(true)
    if (Object.keys(problems).length === 0 && !isPending) mutate()
  }
  return (
    <Card title={titleOf(stored)}>
      <form className={frame.form} onSubmit={onSubmit} aria-label={titleOf(stored)}>
        <ProfileAccountFields fields={fields} problems={showsProblems ? problems : {}} onEdit={edit} />
        <ProfileSecretFields stored={stored} changes={fields.secrets} onChange={editSecret} />
        <p className={styles.storage}>{secretStorage.sentence}</p>
        {error !== null && <ErrorBox error={explanationOf(error)} />}
        <div className={frame.row}>
          <Button type="submit" look="primary" isBusy={isPending}>
            {isPending ? 'Saving…' : 'Save profile'}
          </Button>
          <Button onPress={onClose}>Cancel</Button>
          {id === null && <span className={styles.storage}>A new profile is used at once.</span>}
        </div>
      </form>
    </Card>
  )
}

function titleOf(stored: ProfileView | null): string {
  return stored === null ? 'New profile' : `Profile “${stored.name}”`
}
