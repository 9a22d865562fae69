import { app, Menu, shell } from 'electron'
import type { Log } from '../log/log.ts'
import { menuTemplate } from './menu-template.ts'

/** Puts the menus in place. */
export function setApplicationMenu(log: Log): void {
  const openLink = (url: string) => {
    shell.openExternal(url).catch((error: unknown) => {
      log.error({ err: error }, 'The browser could not be opened.')
    })
  }
  const isMac = process.platform === 'darwin'
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ isMac, isPackaged: app.isPackaged, openLink })),
  )
}
