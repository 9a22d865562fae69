import type { Readable } from 'node:stream'
import { readFirstBytes } from './read-first-bytes.ts'

/** Reads at most `capBytes` of a response as UTF-8 text. */
export async function readCappedText(body: Readable, capBytes: number): Promise<string> {
  return (await readFirstBytes(body, capBytes)).bytes.toString('utf8')
}
