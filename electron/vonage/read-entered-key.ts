import { readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { WorkbenchError } from '#shared/errors.ts'
import { loadPrivateKey } from './private-key.ts'

const LARGEST_KEY_FILE_BYTES = 64 * 1024
const LONGEST_PATH_CHARS = 4_096

/**
 * Turns what a person entered as private key into clean PEM text: the key itself, or the path of its file.
 * Throws KEY_UNUSABLE with the specific reason; no part of what was entered is in it.
 */
export function readEnteredKey(entered: string): string {
  const loaded = loadPrivateKey(keyFileText(entered) ?? entered)
  if (!loaded.ok) throw new WorkbenchError(loaded.explanation)
  return loaded.pem
}

/** The content of the file when the text is the path of one, else null. */
export function keyFileText(entered: string): string | null {
  const path = entered.trim().replace(/^(['"])(.*)\1$/, '$2')
  if (path === '' || path.length > LONGEST_PATH_CHARS || /[\r\n]|-----/.test(path)) return null
  try {
    const absolute = resolve(path.replace(/^~(?=[/\\])/, homedir()))
    const stats = statSync(absolute)
    return stats.isFile() && stats.size <= LARGEST_KEY_FILE_BYTES ? readFileSync(absolute, 'utf8') : null
  } catch {
    // Not a readable file: the text is diagnosed as a key, which names a path that leads nowhere.
    return null
  }
}
