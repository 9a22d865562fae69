import { resolve } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chooseElectronRuntime } from './e2e/desktop/electron-runtime.ts'

const root = resolve(import.meta.dirname, '..')
const at = (path: string) => resolve(root, path)

chooseElectronRuntime(root, process.env)

export default defineConfig({
  timeout: 60_000,
  workers: 1,
  forbidOnly: true,
  outputDir: at('test-results/artifacts'),
  reporter: [['list'], ['json', { outputFile: at('test-results/e2e.json') }]],
  projects: [
    {
      name: 'browser',
      testDir: at('tests/e2e/browser'),
      use: { launchOptions: { executablePath: process.env.WORKBENCH_CHROMIUM ?? '/usr/bin/chromium' } },
    },
    { name: 'desktop', testDir: at('tests/e2e/desktop') },
  ],
})
