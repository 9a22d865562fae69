/** A stand-in for Electron's executable, for tests on machines that have only Chromium. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseCommandLine } from './command-line.ts'
import { createElectron } from './create-electron.ts'
import { installElectronModule } from './electron-module.ts'
import { openInspector } from './inspector.ts'

type PackageFile = {
  readonly name: string
  readonly productName?: string
  readonly version: string
  readonly main: string
}

const args = process.argv.slice(2)
const commandLine = parseCommandLine(args)
const folder = resolve(commandLine.appFolder)
const packageFile: PackageFile = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const require = createRequire(join(folder, 'package.json'))

Object.defineProperty(process.versions, 'electron', { value: require('electron/package.json').version })
Object.assign(process, { type: 'browser', defaultApp: true })
process.argv = [process.execPath, ...args]

const electron = createElectron({
  folder,
  name: packageFile.productName ?? packageFile.name,
  version: packageFile.version,
  switches: commandLine.switches,
})
installElectronModule(electron.module)
if (commandLine.isInspected) await openInspector(() => electron.quitSoon())
for (const path of commandLine.preloads) require(path)
await import(pathToFileURL(join(folder, packageFile.main)).href)
await electron.start()
