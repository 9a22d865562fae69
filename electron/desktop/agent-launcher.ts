import { utilityProcess } from 'electron'
import type { StartAgent } from '../tunnel/start-agent.ts'

/**
 * Starts the tunnel's agent as a utility process, which Electron ends with the app, however the app ends. Electron is
 * asked only when a tunnel is started; what it throws then is the reason the page shows.
 */
export function startUtilityAgent(script: string): StartAgent {
  return (onMessage) => {
    const child = utilityProcess.fork(script, [], {
      serviceName: 'Messenger Workbench tunnel',
      // What the SDK prints goes nowhere: it is not written for people, and may repeat what is secret.
      stdio: 'ignore',
      env: agentEnvironment(process.env),
    })
    child.on('message', onMessage)
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    return {
      send: (message) => child.postMessage(message),
      kill: () => void child.kill(),
      ended,
    }
  }
}

/** The authtoken goes over the channel only. */
function agentEnvironment({ NGROK_AUTHTOKEN: _, ...environment }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return environment
}
