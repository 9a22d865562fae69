import { useQuery } from '@tanstack/react-query'
import type { ProfileView } from '#shared/profile.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { explanationOf } from '../../state/explanation-of.ts'

type Props = {
  readonly profile: ProfileView
  readonly value: string
  readonly onChange: (applicationId: string) => void
}

/** A choice among the applications of the profile's account. */
export function ApplicationField({ profile, value, onChange }: Props) {
  const { applications } = useWorkbench()
  const { data, error } = useQuery({
    queryKey: ['applications', profile.id],
    queryFn: () => applications({ profileId: profile.id }),
    staleTime: 0,
    gcTime: 0,
  })
  if (error !== null) return <ErrorBox error={explanationOf(error)} />
  if (data === undefined) return <Waiting>Asking for the applications…</Waiting>
  const known = data.applications.map(({ id, name }) => ({ value: id, label: `${name} · ${id}` }))
  const isKnown = known.some((option) => option.value === value)
  const own = value === '' ? 'Choose an application' : `Application of the profile · ${value}`
  return (
    <SelectInput
      label="Application"
      value={value}
      options={isKnown ? known : [{ value, label: own }, ...known]}
      onChange={onChange}
    />
  )
}
