import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import type { Log } from '../log/log.ts'

const HELP_LINKS = [
  {
    id: 'messages-api-documentation',
    label: 'Messages API Documentation',
    url: 'https://developer.vonage.com/en/messages/overview',
  },
  { id: 'dashboard', label: 'Vonage Dashboard', url: 'https://dashboard.vonage.com/applications' },
]

/** The platform's usual menus. Reload keeps off Mod+R, which belongs to replaying a callback. */
export function setApplicationMenu(log: Log): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(log)))
}

function template(log: Log): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin'
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: [isMac ? { role: 'close' } : { role: 'quit', id: 'quit' }] },
    { role: 'editMenu' },
    viewMenu(),
    { role: 'windowMenu' },
    { role: 'help', submenu: HELP_LINKS.map((link) => helpItem(link, log)) },
  ]
}

function viewMenu(): MenuItemConstructorOptions {
  return {
    label: '&View',
    submenu: [
      { role: 'reload', id: 'reload', accelerator: 'F5' },
      ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      { type: 'separator' },
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  }
}

function helpItem(link: (typeof HELP_LINKS)[number], log: Log): MenuItemConstructorOptions {
  return {
    id: link.id,
    label: link.label,
    click: () => {
      shell.openExternal(link.url).catch((error: unknown) => {
        log.error({ err: error }, 'The browser could not be opened.')
      })
    },
  }
}
