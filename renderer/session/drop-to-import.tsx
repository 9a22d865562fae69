import { FileUp } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import styles from './session.module.css'
import { useSessions } from './sessions-context.ts'

/** While it is shown, files that are dropped anywhere on the page are imported. */
export function DropToImport() {
  const { importFile } = useSessions()
  const [isOver, setIsOver] = useState(false)
  const over = useEffectEvent((event: DragEvent) => {
    if (!hasFiles(event)) return
    // Else the browser would open the file in place of the page.
    event.preventDefault()
    setIsOver(true)
  })
  const leave = useEffectEvent((event: DragEvent) => {
    if (event.relatedTarget === null) setIsOver(false)
  })
  const drop = useEffectEvent((event: DragEvent) => {
    setIsOver(false)
    if (!hasFiles(event)) return
    event.preventDefault()
    for (const file of event.dataTransfer?.files ?? []) importFile(file)
  })
  useEffect(() => {
    const listeners = [
      ['dragover', (event: DragEvent) => over(event)],
      ['dragleave', (event: DragEvent) => leave(event)],
      ['drop', (event: DragEvent) => drop(event)],
    ] as const
    for (const [name, listener] of listeners) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of listeners) document.removeEventListener(name, listener)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className={styles.drop} role="status">
      <p>
        <FileUp size={18} aria-hidden /> Drop a session or a HAR file to import it
      </p>
    </div>
  )
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}
