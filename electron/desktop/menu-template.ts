import type { MenuItemConstructorOptions } from 'electron'
import { helpLinks } from '#shared/help-links.ts'

type Choices = {
  readonly isMac: boolean
  readonly isPackaged: boolean
  readonly openLink: (url: string) => void
}

/**
 * The platform's usual menus. Whatever is not the platform's own has the id of the page's command that does the same.
 * Reload keeps off Mod+R, which belongs to replaying a callback.
 */
export function menuTemplate({ isMac, isPackaged, openLink }: Choices): MenuItemConstructorOptions[] {
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [isMac ? { role: 'close' } : { role: 'quit', id: 'quit' }] },
    { role: 'editMenu' },
    viewMenu(isPackaged),
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: Object.values(helpLinks).map(({ id, menuLabel, url }) => ({
        id,
        label: menuLabel,
        click: () => openLink(url),
      })),
    },
  ]
}

function viewMenu(isPackaged: boolean): MenuItemConstructorOptions {
  return {
    label: '&View',
    submenu: [
      { role: 'reload', id: 'app.reload', accelerator: 'F5' },
      ...(isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  }
}
