import { useMutation } from '@tanstack/react-query'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { useSessions } from '../../session/sessions-context.ts'
import { explanationOf } from '../../state/explanation-of.ts'

const FIRST_TEXT = 'Hello from Facebook Messenger!'

/** Nothing has arrived yet: where it would arrive, and a first message at one click. */
export function FirstCallback({ inboundUrl }: { readonly inboundUrl: string }) {
  const { simulateInbound } = useWorkbench()
  const { askImport } = useSessions()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      simulateInbound({
        psid: null,
        message: { type: 'text', text: FIRST_TEXT },
        version: null,
        fault: null,
      }),
  })
  return (
    <EmptyState
      sentence={
        <>
          Listening at <code>{inboundUrl}</code>. Nothing has arrived yet.
        </>
      }
    >
      <Button look="primary" onPress={() => mutate()} isBusy={isPending}>
        {isPending ? 'Simulating…' : 'Simulate an inbound message'}
      </Button>
      <Button look="quiet" command="session.import" onPress={askImport}>
        Import a session…
      </Button>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
    </EmptyState>
  )
}
