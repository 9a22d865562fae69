import { useMutation } from '@tanstack/react-query'
import type { KeyComparison } from '#shared/token.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { CheckList } from '../../components/check-list.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import styles from './tokens.module.css'

type Props = { readonly comparison: KeyComparison; readonly token: string }

/** Asks Vonage which public key the application has. Only when the button is pressed. */
export function CompareKey({ comparison, token }: Props) {
  const { profileId, profileName, applicationId, host } = comparison
  const { compareApplicationKey } = useWorkbench()
  const { mutate, isPending, error, data } = useMutation({
    mutationFn: () => compareApplicationKey({ profileId, applicationId, token }),
  })
  return (
    <section className={styles.compare} aria-label="Comparison with Vonage">
      <div className={styles.ask}>
        <Button isDisabled={isPending} onPress={() => mutate()}>
          {isPending ? `Asking ${host}…` : 'Compare with the application’s public key'}
        </Button>
        <p className={styles.note}>
          Asks {host} for application {applicationId}, with the API key and secret of {profileName}.
        </p>
      </div>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      {data !== undefined && error === null && (
        <div role="status">
          <CheckList label="Checks with Vonage" checks={data.checks} detail="all" />
        </div>
      )}
    </section>
  )
}
