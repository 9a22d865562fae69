import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './more.module.css'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** Whether the content is made only when it is asked for. */
  readonly isLazy?: boolean
}

/** Something less often needed, shown on demand. */
export function More({ title, children, isLazy = false }: Props) {
  return (
    <Disclosure className={classNames(styles.more)}>
      {({ isExpanded }) => (
        <>
          <Heading level={3} className={classNames(styles.heading)}>
            <Button slot="trigger" className={classNames(styles.trigger)}>
              <ChevronRight size={14} aria-hidden />
              {title}
            </Button>
          </Heading>
          <DisclosurePanel className={classNames(styles.panel)}>
            {(isExpanded || !isLazy) && children}
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  )
}
