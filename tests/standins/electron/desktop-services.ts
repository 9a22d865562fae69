import { EventEmitter } from 'node:events'
import type {
  Clipboard,
  Dialog,
  MessageBoxOptions,
  NativeTheme,
  OpenDialogReturnValue,
  SaveDialogReturnValue,
  Screen,
  Shell,
} from 'electron'

/** Dialogs nobody sees: tests replace the functions; until then each answers as if it was dismissed. */
export function createDialog(): Pick<Dialog, 'showErrorBox'> & {
  showMessageBox: (...args: readonly unknown[]) => Promise<{ response: number; checkboxChecked: boolean }>
  showSaveDialog: (...args: readonly unknown[]) => Promise<SaveDialogReturnValue>
  showOpenDialog: (...args: readonly unknown[]) => Promise<OpenDialogReturnValue>
} {
  return {
    showErrorBox: (title, content) => console.error(`[${title}] ${content}`),
    showMessageBox: async (...args) => {
      const options = args.at(-1) as MessageBoxOptions
      return { response: options.cancelId ?? 0, checkboxChecked: false }
    },
    showSaveDialog: async () => ({ canceled: true, filePath: '' }),
    showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
  }
}

/** Opens nothing: tests replace the function to see what would have been opened. */
export function createShell(): Pick<Shell, 'openExternal'> {
  return { openExternal: async () => undefined }
}

/** A clipboard of its own, so that tests do not touch the machine's. */
export function createClipboard(): Pick<Clipboard, 'readText' | 'writeText'> {
  let held = ''
  return {
    readText: async () => held,
    writeText: async (text) => {
      held = text
    },
  }
}

const AREA = { x: 0, y: 0, width: 1920, height: 1080 }

/** One display. */
export function createScreen(): {
  getPrimaryDisplay: () => Pick<ReturnType<Screen['getPrimaryDisplay']>, 'bounds' | 'workArea'>
  getAllDisplays: () => Pick<ReturnType<Screen['getPrimaryDisplay']>, 'bounds' | 'workArea'>[]
} {
  const display = { id: 1, bounds: AREA, workArea: AREA }
  return { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
}

/** The system is light; `themeSource` chooses, for the windows too. */
export class StandinTheme
  extends EventEmitter
  implements Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  private source: NativeTheme['themeSource'] = 'system'

  get themeSource(): NativeTheme['themeSource'] {
    return this.source
  }

  set themeSource(source: NativeTheme['themeSource']) {
    this.source = source
    this.emit('updated')
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark'
  }
}
