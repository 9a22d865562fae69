import { useMutation } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { describeRule } from '#shared/messenger/describe-rule.ts'
import type { ResponseRule } from '#shared/response-rule.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { useShowToast } from '../../components/toasts.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'
import styles from './response-rules-bar.module.css'

/** The rules by which callbacks are not answered 200 at once, so that nobody forgets one. */
export function ResponseRulesBar() {
  const { responseRules } = useWorkbenchState()
  return (
    <div role="status" aria-label="Response rules" className={styles.bar}>
      {responseRules.map((rule) => (
        <ActiveRule key={rule.id} rule={rule} />
      ))}
    </div>
  )
}

function ActiveRule({ rule }: { readonly rule: ResponseRule }) {
  const { removeResponseRule } = useWorkbench()
  const showToast = useShowToast()
  const sentence = describeRule(rule)
  const { mutate, isPending } = useMutation({
    mutationFn: () => removeResponseRule({ id: rule.id }),
    onError: (reason) => showToast({ kind: 'failed', error: explanationOf(reason) }),
  })
  return (
    <div className={styles.rule}>
      <TriangleAlert size={14} aria-hidden />
      <span className={styles.sentence}>{sentence}</span>
      <Button
        size="small"
        isBusy={isPending}
        onPress={() => mutate()}
        aria-label={`Remove the rule: ${sentence}`}
      >
        Remove
      </Button>
    </div>
  )
}
