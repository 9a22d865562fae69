import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from '../../../electron/desktop/menu-template.ts'
import { paletteCommands } from '../../../renderer/palette/palette-commands.ts'

const RENDERER = resolve(import.meta.dirname, '../../../renderer')

/** What the platform does by itself, in every app alike. */
const OF_PLATFORM: ReadonlySet<string> = new Set([
  'appMenu',
  'editMenu',
  'windowMenu',
  'quit',
  'close',
  'toggleDevTools',
  'resetZoom',
  'zoomIn',
  'zoomOut',
  'togglefullscreen',
])

/** Menus with items that are no commands, and what those are. */
const OTHER_ITEMS = [
  // The one whose items are commands.
  'components/command-menu-item.tsx',
  // Which of the saved filters; the rest are commands.
  'filter/saved-filters-menu.tsx',
  // In which form; the usual ones are commands.
  'pages/callbacks/copy-menu.tsx',
  // Of the one message that the menu belongs to.
  'pages/chats/bubble-menu.tsx',
  // Which of the profiles; the rest is the way to Settings.
  'shell/profile-menu.tsx',
]

const listed = new Set(paletteCommands.map(({ id }) => id))

describe('menus', () => {
  it.each([true, false])('of the desktop have nothing that the palette lacks (macOS: %s)', (isMac) => {
    const items = menuTemplate({ isMac, isPackaged: false, openLink: () => {} }).flatMap((menu) =>
      Array.isArray(menu.submenu) ? menu.submenu : [menu],
    )
    const own = items.filter(({ role, type }) => type !== 'separator' && !OF_PLATFORM.has(role ?? ''))
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter(({ id }) => id === undefined || !listed.has(id))).toEqual([])
  })

  it('of the page are made of commands, but for choices among what somebody has', () => {
    const files = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.tsx'))
      .map((path) => path.replaceAll('\\', '/'))
    const withItems = files.filter((path) => /<MenuItem\b/.test(readFileSync(join(RENDERER, path), 'utf8')))
    expect(withItems.toSorted()).toEqual(OTHER_ITEMS)
  })
})
