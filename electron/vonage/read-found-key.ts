import { WorkbenchError } from '#shared/errors.ts'
import type { FoundKey } from '#shared/messenger/found-credentials.ts'
import { loadPrivateKey } from './private-key.ts'
import { keyFileText } from './read-entered-key.ts'

/**
 * Turns a private key found in a file or in the environment into clean PEM text. A path is followed; `~` is the home
 * folder. Throws KEY_UNUSABLE with the specific reason; no part of the key or of its path is in it.
 */
export function readFoundKey({ kind, value }: FoundKey): string {
  const text = kind === 'path' ? keyFileText(value) : value
  if (text === null) throw noSuchFile()
  const loaded = loadPrivateKey(text)
  if (!loaded.ok) throw new WorkbenchError(loaded.explanation)
  return loaded.pem
}

function noSuchFile(): WorkbenchError {
  return new WorkbenchError({
    code: 'KEY_UNUSABLE',
    what: 'The private key cannot be used.',
    why: 'It is given as the path of a file, and no file can be read there.',
    fix: 'Correct the path, or use the content of private.key itself.',
  })
}
