import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TakenCredential } from '#shared/credentials.ts'
import type { ProfileView } from '#shared/profile.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { replacedFields } from './credentials-words.ts'
import styles from './import-credentials.module.css'

type Props = {
  readonly text: string
  readonly taken: readonly TakenCredential[]
  readonly suggestedName: string
  /** False while what is shown lags behind what is entered. */
  readonly isReady: boolean
  readonly onDone: () => void
}

type Target = { readonly into: string | null; readonly name: string }

/** Where the credentials go: into a new profile, or over the fields of a stored one. */
export function ImportTarget({ text, taken, suggestedName, isReady, onDone }: Props) {
  const stored = useWorkbenchState().profiles.filter(({ origin }) => origin === 'stored')
  const { importCredentials } = useWorkbench()
  const showToast = useShowToast()
  const [typedName, setTypedName] = useState<string | null>(null)
  const name = typedName ?? suggestedName
  const { mutate, isPending, error } = useMutation({
    mutationFn: (target: Target) => importCredentials({ text, ...target }),
    // The text holds secrets: it must not outlive the import in a cache.
    gcTime: 0,
    onSuccess: (_, target) => {
      const done = target.into === null ? 'was created and is in use' : 'was filled'
      showToast({ kind: 'done', text: `The profile “${target.name}” ${done}.` })
      onDone()
    },
  })
  const isNameMissing = name.trim() === ''
  return (
    <>
      <div className={styles.target}>
        <TextInput
          label="Name of the new profile"
          value={name}
          onChange={setTypedName}
          isInvalid={isNameMissing}
          hint={isNameMissing ? 'Give the profile a name.' : 'A new profile is used at once.'}
          hintTone={isNameMissing ? 'bad' : 'neutral'}
        />
        <Button
          look="primary"
          isDisabled={!isReady || isPending || isNameMissing}
          onPress={() => mutate({ into: null, name: name.trim() })}
        >
          Create profile
        </Button>
      </div>
      {stored.length > 0 && (
        <FillProfile
          stored={stored}
          taken={taken}
          isDisabled={!isReady || isPending}
          onFill={({ id, name: filled }) => mutate({ into: id, name: filled })}
        />
      )}
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </>
  )
}

type FillProps = {
  readonly stored: readonly ProfileView[]
  readonly taken: readonly TakenCredential[]
  readonly isDisabled: boolean
  readonly onFill: (profile: ProfileView) => void
}

function FillProfile({ stored, taken, isDisabled, onFill }: FillProps) {
  const { activeProfileId } = useWorkbenchState()
  const [chosenId, setChosenId] = useState(activeProfileId)
  const chosen = stored.find(({ id }) => id === chosenId) ?? stored[0]
  if (chosen === undefined) return null
  const replaced = replacedFields(chosen, taken)
  return (
    <div className={styles.target}>
      <div className={styles.choice}>
        <SelectInput
          label="Profile to fill"
          value={chosen.id}
          options={stored.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosenId}
        />
        <p className={styles.hint}>
          {replaced.length === 0 ? 'Nothing in it is replaced.' : `Replaces there: ${replaced.join(', ')}.`}
        </p>
      </div>
      <Button isDisabled={isDisabled} onPress={() => onFill(chosen)}>
        Fill this profile
      </Button>
    </div>
  )
}
