import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { newTokenFields, readTokenFields, type TokenFields } from '#shared/messenger/token-fields.ts'
import type { ProfileView } from '#shared/profile.ts'
import type { TokenRequest } from '#shared/token.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { More } from '../../components/more.tsx'
import { SelectInput } from '../../components/select-input.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import frame from '../page-frame.module.css'
import { MadeTokenView } from './made-token-view.tsx'
import { OptionalClaims } from './optional-claims.tsx'
import styles from './tokens.module.css'

type Props = { readonly onCheck: (token: string) => void }

/** A token of a chosen profile, made on the main side. */
export function MakeToken({ onCheck }: Props) {
  const { profiles, activeProfileId } = useWorkbenchState()
  const { makeToken } = useWorkbench()
  const [typed, setTyped] = useState<Omit<TokenFields, 'profileId'>>(newTokenFields)
  const [chosen, setChosen] = useState<string | null>(null)
  const profileId = profiles.find(({ id }) => id === chosen)?.id ?? activeProfileId
  const { notes, request } = readTokenFields({ ...typed, profileId }, Date.now())
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: (wanted: TokenRequest) => makeToken(wanted),
  })
  const edit = (change: Partial<TokenFields>) => setTyped((before) => ({ ...before, ...change }))
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (request !== null && !isPending) mutate(request)
  }
  return (
    <Card title="Make a token">
      <form className={frame.form} onSubmit={onSubmit} aria-label="Make a token">
        <div className={styles.pair}>
          <SelectInput
            label="Profile"
            value={profileId}
            options={profiles.map((profile) => ({ value: profile.id, label: labelOf(profile) }))}
            onChange={setChosen}
          />
          <TextInput
            label="Lifetime"
            value={typed.lifetime}
            onChange={(lifetime) => edit({ lifetime })}
            isInvalid={notes.lifetime?.tone === 'bad'}
            hint={notes.lifetime?.text}
            hintTone={notes.lifetime?.tone ?? 'neutral'}
          />
        </div>
        <More title="More claims: sub, nbf, acl, your own">
          <OptionalClaims fields={typed} notes={notes} onEdit={edit} />
        </More>
        <div className={frame.row}>
          <Button type="submit" look="primary" isDisabled={isPending || request === null}>
            {isPending ? 'Making…' : 'Make token'}
          </Button>
        </div>
        {error !== null && <ErrorBox error={explanationOf(error)} />}
      </form>
      {data !== undefined && error === null && <MadeTokenView made={data} onCheck={onCheck} />}
    </Card>
  )
}

function labelOf({ name, secrets }: ProfileView): string {
  return secrets.privateKey.state === 'set' ? name : `${name} (no private key)`
}
