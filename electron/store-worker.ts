import { parentPort, workerData } from 'node:worker_threads'
import { openThread } from './store/open-thread.ts'
import type { ThreadTask } from './store/store-thread.ts'
import { createSignatureJudge, type JudgeSecrets } from './vonage/signature-judge.ts'

/** A thread of the store, started by the workbench. Which one, and of which data folder, it is told at its start. */
const task: ThreadTask = workerData
const port = parentPort
if (port !== null) {
  let secrets: JudgeSecrets = { signatureSecrets: [], apiSecrets: [] }
  const judge = createSignatureJudge({
    signatureSecrets: () => secrets.signatureSecrets,
    apiSecrets: () => secrets.apiSecrets,
  })
  const take = openThread(task, {
    judge,
    setSecrets: (given: JudgeSecrets) => {
      secrets = given
    },
    nowMs: () => Date.now(),
    post: (message) => port.postMessage(message),
  })
  port.on('message', take)
}
