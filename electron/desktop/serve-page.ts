import { protocol } from 'electron'
import { createPageFiles } from '../page/page-files.ts'
import { isPageAddress, PAGE_SCHEME } from './page-address.ts'

/** Serves the built page under its own scheme. */
export function servePage(folder: string): void {
  const files = createPageFiles(folder)
  protocol.handle(PAGE_SCHEME, async (request) => {
    if (!isPageAddress(request.url)) return new Response(null, { status: 404 })
    const { status, headers, body } = await files(request.method, new URL(request.url).pathname)
    return new Response(body, { status, headers })
  })
}
