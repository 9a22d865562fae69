import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, '../fixtures')

/** Names of the example bodies that contain `part`, without the ending. */
export function fixtureNames(part: string): readonly string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.includes(part) && file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
}

/** The bytes of an example body. */
export function fixtureBytes(name: string): Buffer {
  return readFileSync(join(FOLDER, `${name}.json`))
}

export function fixtureJson<T>(name: string): T {
  return JSON.parse(fixtureBytes(name).toString('utf8')) as T
}
