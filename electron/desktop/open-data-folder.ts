import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { defaultDataFolder, prepareDataFolder } from '../data-folder/data-folder.ts'

/**
 * The folder of this run, made where it is missing, with Chromium's own files in a folder of theirs. That folder also
 * decides who is a second start: one app per data folder. Throws DATA_FOLDER_UNUSABLE.
 */
export function openDataFolder(chosen: string | null): string {
  const place = { platform: process.platform, home: homedir(), env: process.env }
  const folder = prepareDataFolder(chosen === null ? defaultDataFolder(place) : resolve(chosen))
  const chromiumFolder = join(folder, 'desktop')
  mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 })
  app.setPath('userData', chromiumFolder)
  return folder
}
