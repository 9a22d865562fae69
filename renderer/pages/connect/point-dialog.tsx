import type { ReactNode } from 'react'
import { DialogTrigger, Heading } from 'react-aria-components'
import type { ProfileView } from '#shared/profile.ts'
import dialog from '../../components/dialog.module.css'
import { DialogWindow } from '../../components/dialog-window.tsx'
import { classNames } from '../../theme/class-names.ts'
import { PointForm } from './point-form.tsx'

type Props = {
  /** The button that opens it. */
  readonly trigger: ReactNode
  readonly profile: ProfileView
}

/** Asks which application to point here, and shows what that changes before it does. */
export function PointDialog({ trigger, profile }: Props) {
  return (
    <DialogTrigger>
      {trigger}
      <DialogWindow>
        {({ close }) => (
          <>
            <Heading slot="title" className={classNames(dialog.title)}>
              Point application here
            </Heading>
            <PointForm profile={profile} onClose={close} />
          </>
        )}
      </DialogWindow>
    </DialogTrigger>
  )
}
