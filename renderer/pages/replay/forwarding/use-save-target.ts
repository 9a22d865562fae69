import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { TargetInput } from '#shared/target.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'

/**
 * Saves a target. For a host that is not this computer it asks first: `askedHost` is that host until somebody agrees or
 * refuses.
 */
export function useSaveTarget(onSaved: () => void) {
  const { saveTarget } = useWorkbench()
  const [asked, setAsked] = useState<TargetInput | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (target: TargetInput) => saveTarget(target),
    onSuccess: onSaved,
    onError: (reason, target) => {
      if (isQuestion(reason)) setAsked(target)
    },
  })
  return {
    save: mutate,
    isPending,
    error: error !== null && isQuestion(error) ? null : error,
    askedHost: asked === null ? null : hostOf(asked),
    allow: () => {
      if (asked !== null) mutate({ ...asked, allowedHost: hostOf(asked) })
      setAsked(null)
    },
    refuse: () => setAsked(null),
  }
}

function isQuestion(reason: unknown): boolean {
  return explanationOf(reason).code === 'TARGET_HOST_NOT_ALLOWED'
}

function hostOf({ baseUrl }: TargetInput): string {
  return new URL(baseUrl).host
}
