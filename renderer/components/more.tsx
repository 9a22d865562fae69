import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './more.module.css'

/** Something less often needed, shown on demand. */
export function More({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Disclosure className={classNames(styles.more)}>
      <Heading level={3} className={classNames(styles.heading)}>
        <Button slot="trigger" className={classNames(styles.trigger)}>
          <ChevronRight size={14} aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className={classNames(styles.panel)}>{children}</DisclosurePanel>
    </Disclosure>
  )
}
