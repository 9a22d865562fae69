import { fork } from 'node:child_process'
import type { StartAgent } from './start-agent.ts'

/** Starts the agent under plain Node, as a child process that ends when its channel to this process closes. */
export function createForkedAgents(script: string): StartAgent {
  return (onMessage) => {
    // What the SDK prints goes nowhere: it is not written for people, and may repeat what is secret.
    const child = fork(script, [], {
      env: agentEnvironment(process.env),
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.on('message', onMessage)
    const ended = new Promise<void>((done) => {
      child.on('exit', () => done())
      child.on('error', () => done())
    })
    return {
      // An agent that is just ending is told of by `ended`.
      send: (message) => {
        if (child.connected) child.send(Object(message), () => undefined)
      },
      kill: () => void child.kill('SIGKILL'),
      ended,
    }
  }
}

/** The authtoken goes over the channel only, and options for the workbench's own Node are not the agent's. */
function agentEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NGROK_AUTHTOKEN: _, NODE_OPTIONS: __, ...rest } = environment
  return rest
}
