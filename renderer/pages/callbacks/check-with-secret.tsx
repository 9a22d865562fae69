import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { CheckList } from '../../components/check-list.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Tag } from '../../components/tag.tsx'
import { TextInput } from '../../components/text-input.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import styles from './check-with-secret.module.css'
import { signatureWords } from './row-words.ts'

/** The same checks with another secret, for whoever suspects that the stored one is wrong. */
export function CheckWithSecret({ seq }: { readonly seq: number }) {
  const { checkSignature } = useWorkbench()
  const [secret, setSecret] = useState('')
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (entered: string) => checkSignature({ seq, secret: entered }),
    // The secret is not kept in a cache either.
    gcTime: 0,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (secret !== '') mutate(secret)
  }
  return (
    <Card title="Another secret?">
      <form className={styles.form} onSubmit={submit} aria-label="Check with another secret">
        <TextInput
          label="Signature secret"
          type="password"
          value={secret}
          onChange={setSecret}
          hint="Used for this check only. It is not stored."
          isMono
        />
        <Button type="submit" isBusy={isPending}>
          Check again with this secret
        </Button>
      </form>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      {data !== undefined && (
        <div className={styles.result} role="status">
          <p>
            With this secret:{' '}
            <Tag tone={signatureWords[data.state].tone}>
              {data.state === 'valid' ? 'valid' : signatureWords[data.state].word}
            </Tag>
          </p>
          <CheckList label="Checks with this secret" checks={data.checks} detail="title" />
        </div>
      )}
    </Card>
  )
}
