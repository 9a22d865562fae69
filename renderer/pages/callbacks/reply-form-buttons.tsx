import type { ComponentProps } from 'react'
import { shortcutText } from '../../commands/shortcut.ts'
import { Button } from '../../components/button.tsx'
import { CopyMenu } from './copy-menu.tsx'
import styles from './reply-form.module.css'

type Props = ComponentProps<typeof CopyMenu> & { readonly isSending: boolean }

export function ReplyFormButtons({ isSending, ...menu }: Props) {
  return (
    <div className={styles.buttons}>
      <Button type="submit" look="primary" isWide isBusy={isSending} command="reply.send">
        Send reply
        <span className={styles.key} aria-hidden>
          {shortcutText('reply.send')}
        </span>
      </Button>
      <div className={styles.split}>
        <Button onPress={() => menu.onCopy({ as: 'bash', token: 'live' })} command="reply.copy-curl">
          Copy as curl
        </Button>
        <CopyMenu {...menu} />
      </div>
    </div>
  )
}
