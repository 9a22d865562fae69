import { useEffect, useMemo, useState } from 'react'
import type { WireError } from '#shared/rpc.ts'
import { AT_ONCE_LENGTH, type BodyTask, type PreparedBody, prepareBody } from './body-work.ts'
import { createBodyPreparer } from './create-body-preparer.ts'

export type Preparing =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly body: PreparedBody }
  | { readonly state: 'failed'; readonly error: WireError; readonly retry: () => void }

type Answer = { readonly to: BodyTask; readonly attempt: number } & (
  | { readonly body: PreparedBody }
  | { readonly body: null; readonly why: string }
)

/** The text prepared for the view, long ones beside the page. With another task, the one before is called off. */
export function usePreparedBody(task: BodyTask | null): Preparing {
  const [preparer] = useState(() => createBodyPreparer())
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [attempt, setAttempt] = useState(0)
  const atOnce = useMemo(
    () => (task !== null && task.text.length <= AT_ONCE_LENGTH ? prepareBody(task) : null),
    [task],
  )
  const isLong = task !== null && atOnce === null
  useEffect(() => {
    if (!isLong) return
    return preparer.prepare(task, {
      onPrepared: (body) => setAnswer({ to: task, attempt, body }),
      onFailed: (why) => setAnswer({ to: task, attempt, body: null, why }),
    })
  }, [preparer, task, isLong, attempt])
  useEffect(() => () => preparer.dispose(), [preparer])

  if (atOnce !== null) return { state: 'ready', body: atOnce }
  if (answer === null || answer.to !== task || answer.attempt !== attempt) return { state: 'waiting' }
  if (answer.body !== null) return { state: 'ready', body: answer.body }
  return {
    state: 'failed',
    error: notPrepared(answer.why),
    retry: () => setAttempt((count) => count + 1),
  }
}

function notPrepared(why: string): WireError {
  return {
    code: 'INTERNAL',
    what: 'The body could not be laid out.',
    why,
    fix: 'Try again, or look at it raw.',
  }
}
