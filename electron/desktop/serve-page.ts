import { protocol } from 'electron'
import { PAGE_SCHEME } from './page-address.ts'
import { createPageFiles } from './page-files.ts'

/** Serves the built page under its own scheme. */
export function servePage(folder: string): void {
  protocol.handle(PAGE_SCHEME, createPageFiles(folder))
}
