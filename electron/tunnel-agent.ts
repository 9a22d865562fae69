import { openAgentChannel } from './tunnel/agent-channel.ts'
import { runAgent } from './tunnel/agent-process.ts'

/** The tunnel's own process, started by the workbench. */
runAgent(openAgentChannel())
