import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWindowStateFile, type WindowState } from '#electron/desktop/window-state.ts'
import { createLog } from '#electron/log/log.ts'

const STATE: WindowState = { bounds: { x: 1, y: 2, width: 900, height: 600 }, mode: 'maximized' }

describe('the remembered window', () => {
  let folder: string
  const open = () => createWindowStateFile(folder, createLog('error'))

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'window-state-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('is read as it was written', () => {
    open().write(STATE)
    expect(open().read()).toEqual(STATE)
  })

  it('is none before the first start', () => {
    expect(open().read()).toBeNull()
  })

  it.each(['', '{', 'null', '{"bounds":{"x":1}}', JSON.stringify({ ...STATE, mode: 'tiled' })])(
    'is none where the file says %j',
    async (content) => {
      await writeFile(join(folder, 'window-state.json'), content)
      expect(open().read()).toBeNull()
    },
  )

  it('is private', async () => {
    open().write(STATE)
    expect((await stat(join(folder, 'window-state.json'))).mode & 0o777).toBe(0o600)
  })

  it('does not keep the window from closing when it cannot be stored', async () => {
    await rm(folder, { recursive: true })
    const warnings: object[] = []
    const log = { ...createLog('error'), warn: (facts: object) => void warnings.push(facts) }
    createWindowStateFile(folder, log).write(STATE)
    expect(warnings).toHaveLength(1)
  })
})
