import { WorkbenchError } from '#shared/errors.ts'
import { readHarEntry } from '#shared/session/read-har-entry.ts'
import {
  beginsLikeSession,
  type ReadRecord,
  readSessionHeader,
  readSessionLine,
} from '#shared/session/read-session.ts'
import type { FileFault } from '#shared/session/session-job.ts'
import { SESSION_VERSION, type SessionRecord } from '#shared/session/session-record.ts'
import { createHarSplitter } from '#shared/session/split-har.ts'
import { type FileLine, readLines } from './read-lines.ts'

/** A body of 1 MiB can be six times as long in JSON; nothing else in a line is long. */
const MOST_BYTES = 16 * 1024 * 1024
/** Enough to tell a session from all else. */
const BEGINNING_BYTES = 4_096

export type FileItem =
  | { readonly kind: 'record'; readonly place: string; readonly record: SessionRecord }
  | ({ readonly kind: 'fault' } & FileFault)

type Parts = AsyncIterable<Uint8Array>

/**
 * What is in a file, session or HAR, one after the other while it comes in. What cannot be read is a fault with its
 * place, and reading goes on behind it. Throws FILE_UNREADABLE for a file that is neither, FILE_TOO_NEW for a session
 * of a later version.
 */
export async function* readSessionFile(parts: Parts): AsyncGenerator<FileItem> {
  const { beginning, all } = await peek(parts)
  if (beginsLikeSession(beginning)) yield* readSession(all)
  else if (/^\uFEFF?\s*\{/.test(beginning)) yield* readHar(all)
  else throw unreadable()
}

async function* readSession(parts: Parts): AsyncGenerator<FileItem> {
  for await (const line of readLines(parts, MOST_BYTES)) {
    if (line.number === 1) acceptHeader(line)
    else if (line.bytes === null || line.bytes.length > 0) {
      const place = `line ${line.number.toLocaleString('en-GB')}`
      yield itemOf(place, readLine(line))
    }
  }
}

function acceptHeader({ bytes }: FileLine): void {
  const read = readSessionHeader((bytes?.toString() ?? '').replace(/^\uFEFF/, ''))
  if (read.kind === 'too-new') throw tooNew(read.schemaVersion)
  if (read.kind === 'no-session') throw unreadable()
}

function readLine({ bytes, isWhole }: FileLine): ReadRecord {
  const text = bytes === null ? null : utf8(bytes)
  if (bytes === null) return { ok: false, what: 'It is longer than 16 MiB.' }
  const read: ReadRecord = text === null ? { ok: false, what: 'It is not UTF-8.' } : readSessionLine(text)
  return read.ok || isWhole ? read : { ok: false, what: 'The file ends in the middle of it.' }
}

async function* readHar(parts: Parts): AsyncGenerator<FileItem> {
  const splitter = createHarSplitter(MOST_BYTES)
  const decoder = new TextDecoder()
  let number = 0
  for await (const part of parts) {
    for (const text of splitter.push(decoder.decode(part, { stream: true }))) {
      number += 1
      const read =
        text === '' ? { ok: false as const, what: 'It is longer than 16 MiB.' } : readHarEntry(text)
      if (read !== null) yield itemOf(`entry ${number.toLocaleString('en-GB')}`, read)
    }
  }
  const { hasEntries, isComplete } = splitter.state()
  if (!hasEntries) throw unreadable()
  if (isComplete) return
  const place = `entry ${(number + 1).toLocaleString('en-GB')}`
  yield { kind: 'fault', place, what: 'The file ends before its list of entries does.' }
}

function itemOf(place: string, read: ReadRecord): FileItem {
  return read.ok ? { kind: 'record', place, record: read.record } : { kind: 'fault', place, what: read.what }
}

/** The beginning of a file, and the whole of it all the same. */
async function peek(parts: Parts): Promise<{ readonly beginning: string; readonly all: Parts }> {
  const iterator = parts[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let bytes = 0
  let broken: { readonly error: unknown } | null = null
  while (bytes < BEGINNING_BYTES && broken === null) {
    try {
      const { done, value } = await iterator.next()
      if (done === true) break
      // A copy: whoever gives the parts may use their memory again.
      first.push(Uint8Array.from(value))
      bytes += value.length
    } catch (error) {
      broken = { error }
    }
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* first
    // What came before the file broke off is read all the same.
    if (broken !== null) throw broken.error
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { beginning: Buffer.concat(first).subarray(0, BEGINNING_BYTES).toString(), all: all() }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function unreadable(): WorkbenchError {
  return new WorkbenchError({
    code: 'FILE_UNREADABLE',
    what: 'The file could not be imported.',
    why: 'It is neither a session of Messenger Workbench nor a HAR file.',
    fix: 'Choose a .jsonl file that was exported here, or a .har file.',
  })
}

function tooNew(version: number): WorkbenchError {
  return new WorkbenchError({
    code: 'FILE_TOO_NEW',
    what: 'The session was written by a newer Messenger Workbench.',
    why: `It has version ${version} of the format; this app reads version ${SESSION_VERSION}.`,
    fix: 'Import it with the newer version.',
  })
}
