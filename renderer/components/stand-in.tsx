import { type ReactNode, useRef } from 'react'
import { classNames } from '../theme/class-names.ts'
import styles from './stand-in.module.css'
import { PANE, PANE_FOCUS, useHandOverFocus } from './use-hand-over-focus.ts'

type Props = { readonly className: string | undefined; readonly children: ReactNode }

/** Stands where a pane's content will be: the pane can have the focus already, and the content gets it from here. */
export function StandIn({ className, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useHandOverFocus(box, PANE, PANE_FOCUS)
  return (
    <div ref={box} className={classNames(styles.box, className)} tabIndex={-1} data-pane-focus>
      {children}
    </div>
  )
}
