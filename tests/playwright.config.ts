import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chooseElectronRuntime } from './e2e/desktop/electron-runtime.ts'

const root = resolve(import.meta.dirname, '..')
const at = (path: string) => resolve(root, path)

chooseElectronRuntime(root, process.env)

export default defineConfig({
  timeout: 120_000,
  // Every test has a workbench of its own: a data folder and free ports.
  workers: 2,
  // Two at a time on a busy machine: a page can take many seconds to be there. Nothing waits longer than it has to.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  outputDir: at('test-results/artifacts'),
  reporter: [['list'], ['json', { outputFile: at('test-results/e2e.json') }]],
  projects: [
    {
      name: 'browser',
      testDir: at('tests/e2e/browser'),
      use: {
        launchOptions: {
          executablePath: process.env.WORKBENCH_CHROMIUM ?? '/usr/bin/chromium-headless-shell',
        },
      },
    },
    { name: 'desktop', testDir: at('tests/e2e/desktop') },
  ],
})
