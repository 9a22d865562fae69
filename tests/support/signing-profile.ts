import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { jwtVerify } from 'jose'
import { expect } from 'vitest'
import { rsaPair } from './keys.ts'
import type { OpenWorkbench } from './open-workbench.ts'
import { replyDraft } from './reply-draft.ts'
import { tempFolder } from './temp-folder.ts'

const { pkcs8, publicKey } = rsaPair()

/** Throwaway credentials of one application, and its key as it stands in a .env file. */
export const APP = '0f5b5d4c-7d1c-4b5a-9d47-5d7f4c6a1b2e'
export const API_SECRET = 'Api-secret-zzzz9876'
export const SIGNATURE_SECRET = 'Signature-secret-yyyy5432'
export const KEY = pkcs8
export const ESCAPED_KEY = pkcs8.trim().replaceAll('\n', '\\n')

/** Part of the key, and in nothing else: a line from its middle. */
const KEY_PART = pkcs8.split('\n')[9] ?? ''
const SECRETS = [API_SECRET, SIGNATURE_SECRET, KEY_PART]

/** The path of a file that holds the key, for the length of the test. */
export function keyFile(): string {
  const path = join(tempFolder(), 'private.key')
  writeFileSync(path, pkcs8)
  return path
}

export async function profileOf(workbench: OpenWorkbench, id: string) {
  const profile = (await workbench.state()).profiles.find((one) => one.id === id)
  if (profile === undefined) throw new Error(`no profile ${id}`)
  return profile
}

/** A token made with the profile verifies with the public key and names the application. */
export async function expectToSign({ client }: OpenWorkbench, id: string): Promise<void> {
  await client.activateProfile({ id })
  const { text } = await client.copyReply({ draft: replyDraft(), as: 'bash', token: 'live' })
  const token = /Bearer ([\w.-]+)/.exec(text)?.[1] ?? ''
  expect((await jwtVerify(token, publicKey)).payload).toMatchObject({ application_id: APP })
}

/** Secrets may stand in secrets.json, where they are kept, and nowhere else. */
export async function expectNoSecretOutside({ heard, logLines, dataFolder }: OpenWorkbench): Promise<void> {
  const settings = readFileSync(join(dataFolder, 'settings.json'), 'utf8')
  for (const secret of SECRETS) {
    expect(heard.join('\n')).not.toContain(secret)
    expect(logLines.join('\n')).not.toContain(secret)
    expect(settings).not.toContain(secret)
  }
}

/** No file of the folder holds any of the secrets. */
export function expectNoSecretOnDisk(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThan(0)
  for (const { parentPath, name } of files) {
    const text = readFileSync(join(parentPath, name), 'latin1')
    for (const secret of SECRETS) expect(text).not.toContain(secret)
  }
}
