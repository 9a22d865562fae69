import { useEffect, useEffectEvent } from 'react'
import { isDialogOpen } from '../components/use-is-dialog-open.ts'
import type { CommandScope } from './command.ts'
import { commandForPress } from './command-for-press.ts'
import type { OfferedActions } from './page-actions.ts'
import { thisOs } from './this-os.ts'

const WRITABLE =
  'textarea, select, [contenteditable="true"], input:not([type="radio"], [type="checkbox"], [type="button"])'

/** Runs the command a key press stands for. Dialogs and menus keep their keys to themselves. */
export function useCommandKeys(offeredActions: () => OfferedActions): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : document.body
    // A toast beside a dialog is in front of the page as well.
    const isInFront = isDialogOpen() || target.closest('[role="dialog"], [role="alertdialog"], [role="menu"]')
    if (event.isComposing || isInFront) return
    const actions = offeredActions()
    const place = { os: thisOs(), scope: scopeOf(target), isWriting: target.matches(WRITABLE), actions }
    const command = commandForPress(event, place)
    if (command === null) return
    event.preventDefault()
    event.stopPropagation()
    command.run(actions)
  })
  useEffect(() => {
    // Before the controls see the key: CodeMirror has its own meaning for some of them.
    const listener = (event: KeyboardEvent) => handle(event)
    document.addEventListener('keydown', listener, { capture: true })
    return () => document.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

function scopeOf(target: Element): CommandScope {
  const scope = target.closest('[data-scope]')?.getAttribute('data-scope')
  return scope === 'list' || scope === 'details' || scope === 'reply' ? scope : 'everywhere'
}
