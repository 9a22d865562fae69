import { aimAt, type OwnServer, startOwnServer } from '../flows/own-server.ts'
import { test as base } from './workbench.ts'

type OwnServerInUse = OwnServer & { readonly forward: Awaited<ReturnType<typeof aimAt>> }

/** Tests with a developer's own webhook server, which callbacks are replayed to. */
export const test = base.extend<{ readonly own: OwnServerInUse }>({
  own: async ({ page }, use) => {
    const own = await startOwnServer()
    await use({ ...own, forward: await aimAt(page, own) })
    await own.stop()
  },
})
