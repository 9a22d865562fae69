import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable, Writable } from 'node:stream'

type Export = {
  readonly fileName: string
  readonly mediaType: string
  readonly writeTo: (target: Writable) => Promise<void>
}
type Import = { readonly readFrom: (file: Readable) => Promise<void> }

/** Files of exports that wait to be fetched, and imports that wait for a file. Each is there once. */
export type Transfers = {
  readonly takeExport: (id: string) => Export | null
  readonly takeImport: (id: string) => Import | null
}

/**
 * Lets the page fetch the file of an export and send that of an import, each as a stream. False: the request is for
 * something else. Whoever calls it has made sure that the request is the page's own.
 */
export function transferFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, transfers }: { readonly path: string; readonly transfers: Transfers },
): boolean {
  const [, kind, id = ''] = /^\/session\/(export|import)\/([\w-]+)$/.exec(path) ?? []
  if (kind === 'export' && request.method === 'GET') sendExport(response, transfers.takeExport(id))
  else if (kind === 'import' && request.method === 'PUT')
    takeImport(request, response, transfers.takeImport(id))
  else return false
  return true
}

function sendExport(response: ServerResponse, file: Export | null): void {
  if (file === null) {
    end(response, 404)
    return
  }
  response.writeHead(200, {
    'content-type': file.mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  void file.writeTo(response)
}

function takeImport(request: IncomingMessage, response: ServerResponse, file: Import | null): void {
  if (file === null) {
    end(response, 404)
    return
  }
  // How it ended is in the job; this only says that nothing more is read.
  void file.readFrom(request).then(() => end(response, 204))
}

function end(response: ServerResponse, status: 204 | 404): void {
  if (response.destroyed) return
  // What is left of a file that nobody reads is not worth waiting for.
  response.writeHead(status, { 'cache-control': 'no-store', connection: 'close' }).end()
}
