// Runs in a folder of its own, where mockttp is installed. Prints its port.
import { createRequire } from 'node:module'
import { join } from 'node:path'

const { getLocal } = createRequire(join(process.cwd(), 'package.json'))('mockttp')
const server = getLocal({ recordTraffic: true })
await server.start()
await server.forPost().thenReply(200)
process.stdout.write(`${server.port}\n`)
