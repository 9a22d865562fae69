import { chmodSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Explanation } from '#shared/errors.ts'
import type { OpenStoreFile, StoreFile } from './store-file.ts'

type Deps<S extends z.ZodType> = {
  readonly folder: string
  readonly name: string
  readonly schema: S
  readonly open: OpenStoreFile
  readonly nowMs: () => number
  readonly onSetAside: (explanation: Explanation) => void
}

/**
 * Opens a file of the data folder. What cannot be read as `schema` is renamed, never overwritten, and the file starts
 * with defaults; `onSetAside` says so.
 */
export function openOrSetAside<S extends z.ZodType>(
  deps: Deps<S>,
): { file: StoreFile; content: z.output<S> } {
  const path = join(deps.folder, `${deps.name}.json`)
  // It may have been copied here by hand, or from a system that knows no modes.
  if (existsSync(path)) chmodSync(path, 0o600)
  const flaw = flawOf(path, deps.schema)
  if (flaw !== null) {
    const aside = `${path}.${deps.nowMs()}.unreadable`
    // Told before it is done: who may not change the folder throws there.
    deps.onSetAside(setAside(deps.name, aside, flaw))
    renameSync(path, aside)
  }
  const file = deps.open(deps.folder, deps.name)
  return { file, content: deps.schema.parse(file.read()) }
}

function flawOf(path: string, schema: z.ZodType): string | null {
  if (!existsSync(path)) return null
  const content = parsed(readFileSync(path, 'utf8'))
  if (content === undefined) return 'It is not JSON.'
  const [issue] = schema.safeParse(content).error?.issues ?? []
  return issue === undefined ? null : `${issue.path.map(String).join('.') || 'the whole'}: ${issue.message}`
}

/** Undefined where it is not JSON. The parser's own message is left out: it quotes the text, which may be a secret. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function setAside(name: string, aside: string, flaw: string): Explanation {
  const isSecrets = name === 'secrets'
  return {
    code: isSecrets ? 'SECRETS_CORRUPT' : 'SETTINGS_CORRUPT',
    what: `The file ${name}.json could not be read, so the app started with ${isSecrets ? 'no stored secrets' : 'default settings'}.`,
    why: flaw,
    fix: `The old file was kept as ${aside}. Repair it and put it back, or enter the values again.`,
  }
}
