import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './launch/build-if-stale.ts'
import { findDesktop } from './launch/find-desktop.ts'

/**
 * `npm start`: the desktop app where there is a display and Electron's runtime, else browser mode, with one line that
 * says why. `--browser` asks for browser mode. Everything else on the command line goes to the app.
 */

const root = resolve(import.meta.dirname, '..')
/** A desktop that ends with an error this soon did not start: a missing system library, for example. */
const STARTED_AFTER_MS = 5_000

async function main(): Promise<void> {
  const args = process.argv.slice(2)
  const appArgs = args.filter((arg) => arg !== '--browser')
  await buildIfStale(root)
  if (args.length !== appArgs.length) return startBrowserMode(appArgs)

  const desktop = await findDesktop(root)
  const problem = desktop.ok ? await runDesktop(desktop.executable, appArgs) : desktop.why
  if (problem === null) return
  process.stderr.write(`Starting in browser mode: ${problem}\n`)
  return startBrowserMode(appArgs)
}

/** In this same process: a signal or kill -9 meets the app itself, and nothing is left behind. */
async function startBrowserMode(args: readonly string[]): Promise<void> {
  const script = join(root, 'out/main/browser.js')
  process.argv = [process.execPath, script, ...args]
  // As a URL: on Windows, and in a folder with a # in its name, the path itself is not one.
  await import(pathToFileURL(script).href)
}

/** Runs the desktop app to its end. Resolves with the reason when it could not start, else null. */
function runDesktop(executable: string, args: readonly string[]): Promise<string | null> {
  const startedAtMs = performance.now()
  const child = spawn(executable, [root, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done) => {
    child.on('error', (error) => done(`Electron could not be run (${error.message}).`))
    child.on('exit', (code, signal) => {
      const hasStarted = performance.now() - startedAtMs > STARTED_AFTER_MS
      process.exitCode = code ?? 1
      const hasFailed = code !== 0 && signal === null && !hasStarted
      done(hasFailed ? `the desktop window could not be opened (Electron ended with code ${code}).` : null)
    })
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
