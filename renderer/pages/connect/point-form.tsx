import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PointPreview, PointRequest } from '#shared/addresses.ts'
import type { ProfileView } from '#shared/profile.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import dialog from '../../components/dialog.module.css'
import { ErrorBox } from '../../components/error-box.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { askAnew } from '../../state/ask-anew.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { ApplicationField } from './application-field.tsx'
import { ChangeTable } from './change-table.tsx'
import styles from './connect.module.css'
import { PublicUrlField, publicUrlOf } from './public-url-field.tsx'

type Version = 'keep' | 'v1' | 'v0.1'
type Props = { readonly profile: ProfileView; readonly onClose: () => void }

const VERSIONS: readonly { readonly value: Version; readonly label: string }[] = [
  { value: 'keep', label: 'Leave as it is' },
  { value: 'v1', label: 'v1' },
  { value: 'v0.1', label: 'v0.1' },
]

/** Chooses an application and the address; points it only after the change was shown. */
export function PointForm({ profile, onClose }: Props) {
  const { pointApplication, pointPreview } = useWorkbench()
  const { tunnel } = useWorkbenchState()
  const showToast = useShowToast()
  const queries = useQueryClient()
  const [applicationId, setApplicationId] = useState(profile.applicationId)
  const [typedUrl, setTypedUrl] = useState('')
  const [version, setVersion] = useState<Version>('keep')
  const publicUrl = publicUrlOf(typedUrl)
  const request: PointRequest = {
    profileId: profile.id,
    applicationId,
    publicUrl,
    version: version === 'keep' ? null : version,
  }
  const hasAddress =
    publicUrl !== null || profile.baseUrl.kind === 'simulator' || tunnel.state.state === 'online'
  const preview = useQuery({
    queryKey: ['point-preview', request, tunnel.addresses],
    queryFn: () => pointPreview(request),
    enabled: applicationId !== '' && hasAddress,
    staleTime: 0,
    gcTime: 0,
  })
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => pointApplication(request),
    onSuccess: ({ isVerified }) => {
      const name = preview.data?.applicationName ?? 'The application'
      const doubt = isVerified ? '' : ' Vonage does not show the new addresses yet.'
      showToast({ kind: 'done', text: `${name} is pointed here until the app ends.${doubt}` })
      askAnew(queries, { queryKey: ['connect'] })
      onClose()
    },
  })
  const canPoint = (preview.data?.changes.length ?? 0) > 0
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (canPoint && !isPending) mutate()
  }
  return (
    <form className={styles.form} onSubmit={onSubmit} aria-label="Point application here">
      <ApplicationField profile={profile} value={applicationId} onChange={setApplicationId} />
      <PublicUrlField profile={profile} value={typedUrl} onChange={setTypedUrl} />
      <SelectInput label="Callback format" value={version} options={VERSIONS} onChange={setVersion} />
      {preview.isFetching && <Waiting>Reading the application…</Waiting>}
      {preview.error !== null && <ErrorBox error={explanationOf(preview.error)} />}
      {preview.data !== undefined && !preview.isFetching && <Preview preview={preview.data} />}
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <div className={dialog.buttons}>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" look="primary" isDisabled={!canPoint} isBusy={isPending}>
          {isPending ? 'Pointing…' : 'Point here'}
        </Button>
      </div>
    </form>
  )
}

function Preview({ preview: { applicationName, changes } }: { readonly preview: PointPreview }) {
  if (changes.length === 0)
    return <p role="status">{applicationName} sends its callbacks here already. Nothing has to change.</p>
  return (
    <div role="status">
      <ChangeTable label={`What changes in ${applicationName}`} changes={changes} />
      <p className={styles.promise}>
        Nothing else is touched. The former addresses are written to disk first and put back when the app
        ends, or at its next start after a crash, unless somebody else has changed them.
      </p>
    </div>
  )
}
