import { join } from 'node:path'
import { app, BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import type { SessionFiles } from '../session/session-files.ts'

const FORMATS: Readonly<Record<string, string>> = {
  jsonl: 'Session of Messenger Workbench',
  har: 'HTTP Archive (HAR)',
  csv: 'Comma-separated values (CSV)',
}

/** Asks for files with the system's own dialogs, in front of the window where there is one. */
export function createSessionFiles(): SessionFiles {
  return {
    async choosePlace(suggestedName) {
      const extension = suggestedName.split('.').at(-1) ?? ''
      const options: SaveDialogOptions = {
        title: 'Export callbacks',
        defaultPath: join(app.getPath('downloads'), suggestedName),
        filters: [{ name: FORMATS[extension] ?? 'File', extensions: [extension] }],
      }
      const window = BrowserWindow.getAllWindows()[0]
      const { canceled, filePath } = await (window === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options))
      return canceled || filePath === '' ? null : filePath
    },
    async chooseFile() {
      const options: OpenDialogOptions = {
        title: 'Import callbacks',
        properties: ['openFile'],
        filters: [
          { name: 'Sessions and HAR files', extensions: ['jsonl', 'har'] },
          { name: 'All files', extensions: ['*'] },
        ],
      }
      const window = BrowserWindow.getAllWindows()[0]
      const { canceled, filePaths } = await (window === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options))
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}
