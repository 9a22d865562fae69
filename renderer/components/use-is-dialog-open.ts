import { useSyncExternalStore } from 'react'
import dialogStyles from './dialog.module.css'

/**
 * Whether a dialog is open. React Aria puts them into the body, whose children are few; `body:has(> …)` in a style sheet
 * is looked into for every row that comes into a list.
 */
export function useIsDialogOpen(): boolean {
  return useSyncExternalStore(onBodyChange, isDialogOpen)
}

function onBodyChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.body, { childList: true })
  return () => observer.disconnect()
}

export function isDialogOpen(): boolean {
  return [...document.body.children].some(({ classList }) => classList.contains(dialogStyles.overlay ?? ''))
}
