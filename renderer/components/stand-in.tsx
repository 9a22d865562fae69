import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './stand-in.module.css'

type Props = { readonly className: string | undefined; readonly children: ReactNode }

/** Stands where a pane's content will be: the pane can have the focus already, and the content gets it from here. */
export function StandIn({ className, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const pane = box.current?.closest('[data-pane]')
    return () => {
      if (!box.current?.contains(document.activeElement)) return
      // What comes in its place is not there before this change of the page is complete.
      queueMicrotask(() => pane?.querySelector<HTMLElement>('[data-pane-focus]')?.focus())
    }
  }, [])
  return (
    <div ref={box} className={classNames(styles.box, className)} tabIndex={-1} data-pane-focus>
      {children}
    </div>
  )
}
