import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** The text of a file of tests/fixtures, as it is. */
export function fixtureText(name: string): string {
  return readFileSync(resolve(import.meta.dirname, '../fixtures', name), 'utf8')
}

/** A fixture's JSON. Whoever asks says what shape it has. */
export function fixture<T = unknown>(name: string): T {
  return JSON.parse(fixtureText(name))
}
