import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Tests start many processes and threads of the same files: what one of them compiled, the next one need not. */
process.env.NODE_COMPILE_CACHE ??= resolve(import.meta.dirname, '../node_modules/.cache/compiled')

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/integration/**/*.test.ts'],
    testTimeout: 60_000,
    pool: 'forks',
    // Many tests wait for sockets and processes: one core less, the usual, leaves a small machine idle.
    maxWorkers: '100%',
  },
})
