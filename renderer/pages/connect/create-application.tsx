import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ProfileView } from '#shared/profile.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import frame from '../page-frame.module.css'
import styles from './connect.module.css'
import { PublicUrlField, publicUrlOf } from './public-url-field.tsx'

/** Makes a new application at Vonage whose callbacks come here, and a profile of it. */
export function CreateApplication({ profile }: { readonly profile: ProfileView }) {
  const { createApplication } = useWorkbench()
  const { tunnel } = useWorkbenchState()
  const showToast = useShowToast()
  const [name, setName] = useState('')
  const [typedUrl, setTypedUrl] = useState('')
  const publicUrl = publicUrlOf(typedUrl)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => createApplication({ profileId: profile.id, name: name.trim(), publicUrl }),
    onSuccess: () => {
      showToast({ kind: 'done', text: `“${name.trim()}” was created and is in use.` })
      setName('')
    },
  })
  const isReady = name.trim() !== '' && (publicUrl !== null || tunnel.state.state === 'online')
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isPending) mutate()
  }
  return (
    <Card title="Create an application">
      <form className={frame.form} onSubmit={onSubmit} aria-label="Create an application">
        <p className={styles.hint}>
          In the account of {profile.name}, with both webhook addresses set. Its key pair is made on this
          computer: only the public half is sent, the private key becomes that of the new profile.
        </p>
        <TextInput label="Name of the application" value={name} onChange={setName} />
        <PublicUrlField profile={profile} value={typedUrl} onChange={setTypedUrl} />
        {error !== null && <ErrorBox error={explanationOf(error)} />}
        <div className={frame.row}>
          <Button type="submit" isDisabled={!isReady} isBusy={isPending}>
            {isPending ? 'Creating…' : 'Create application'}
          </Button>
        </div>
      </form>
    </Card>
  )
}
