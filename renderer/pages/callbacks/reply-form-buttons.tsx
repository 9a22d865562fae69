import { ChevronDown } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { shortcutText } from '../../commands/shortcut.ts'
import { Button } from '../../components/button.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import menuStyles from '../../components/menu.module.css'
import { classNames } from '../../theme/class-names.ts'
import styles from './reply-form.module.css'

type Props = {
  readonly isSending: boolean
  readonly onCopy: (token: 'live' | 'placeholder') => void
}

export function ReplyFormButtons({ isSending, onCopy }: Props) {
  return (
    <div className={styles.buttons}>
      <Button type="submit" look="primary" isWide isBusy={isSending} command="reply.send">
        Send reply
        <span className={styles.key} aria-hidden>
          {shortcutText('reply.send')}
        </span>
      </Button>
      <div className={styles.split}>
        <Button onPress={() => onCopy('live')} command="reply.copy-curl">
          Copy as curl
        </Button>
        <MenuTrigger>
          <IconButton label="More ways to copy" hasBorder>
            <ChevronDown size={15} aria-hidden />
          </IconButton>
          <Popover className={classNames(menuStyles.popover)} placement="bottom end">
            <Menu
              aria-label="More ways to copy"
              className={classNames(menuStyles.menu)}
              onAction={(key) => onCopy(key === 'live' ? 'live' : 'placeholder')}
            >
              <MenuItem id="live" className={classNames(menuStyles.item)}>
                curl with a token that works now
              </MenuItem>
              <MenuItem id="placeholder" className={classNames(menuStyles.item)}>
                curl with $JWT in place of the token
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </div>
    </div>
  )
}
