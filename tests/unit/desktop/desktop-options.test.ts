import { describe, expect, it } from 'vitest'
import { readDesktopOptions } from '#electron/desktop/desktop-options.ts'

describe('the desktop command line', () => {
  it('is all defaults where nothing is said', () => {
    expect(readDesktopOptions(['.'])).toEqual({ dataFolder: null, listenerPort: null, simulatorPort: null })
  })

  it('names folder and ports, in both spellings, whatever Chromium is told beside it', () => {
    const args = ['--no-sandbox', '.', '--data', '/d', '--listener-port=0', '--simulator-port', '4190']
    expect(readDesktopOptions(args)).toEqual({ dataFolder: '/d', listenerPort: 0, simulatorPort: 4190 })
  })

  it.each([
    ['--listener-port', 'x'],
    ['--listener-port', '65536'],
    ['--simulator-port', '-1'],
    ['--simulator-port'],
  ])('refuses %s %s', (...args) => {
    expect(() => readDesktopOptions(args)).toThrow(`${args[0]} takes a port number`)
  })
})
