import { ChevronDown } from 'lucide-react'
import { Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { IconButton } from '../../components/icon-button.tsx'
import menuStyles from '../../components/menu.module.css'
import { classNames } from '../../theme/class-names.ts'
import styles from './copy-menu.module.css'
import { COPY_FORMS } from './copy-words.ts'
import type { WantedCopy } from './use-copy-reply.ts'

type Props = {
  /** Why there is no Node script for this reply; null when there is one. */
  readonly nodeFault: string | null
  readonly onCopy: (wanted: WantedCopy) => void
  readonly onCopyJson: () => void
  /** Null while nothing has been sent that could be reported. */
  readonly onCopyReport: (() => void) | null
}

const TOKENS = [
  { token: 'placeholder', title: 'Without a token' },
  { token: 'live', title: 'With a live token, good for 15 minutes' },
] as const

/** The other forms of the reply, by what stands for the token in them. */
export function CopyMenu({ nodeFault, onCopy, onCopyJson, onCopyReport }: Props) {
  return (
    <MenuTrigger>
      <IconButton label="More ways to copy" hasBorder>
        <ChevronDown size={15} aria-hidden />
      </IconButton>
      <Popover className={classNames(menuStyles.popover)} placement="bottom end">
        <Menu aria-label="More ways to copy" className={classNames(menuStyles.menu)}>
          {TOKENS.map(({ token, title }) => (
            <MenuSection key={token} aria-label={title}>
              <Header className={styles.title}>{title}</Header>
              {COPY_FORMS.map(({ form, label, placeholder }) => (
                <MenuItem
                  key={form}
                  id={`${form} ${token}`}
                  className={classNames(menuStyles.item, styles.item)}
                  isDisabled={form === 'node' && nodeFault !== null}
                  onAction={() => onCopy({ as: form, token })}
                >
                  {label}
                  {token === 'placeholder' && <code className={styles.placeholder}>{placeholder}</code>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
          <MenuSection aria-label="Text">
            <Header className={styles.title}>Text</Header>
            <MenuItem id="json" className={classNames(menuStyles.item)} onAction={onCopyJson}>
              JSON body
            </MenuItem>
            <MenuItem
              id="report"
              className={classNames(menuStyles.item, styles.item)}
              isDisabled={onCopyReport === null}
              onAction={() => onCopyReport?.()}
            >
              Last reply for a bug report, Markdown
            </MenuItem>
          </MenuSection>
        </Menu>
        {nodeFault !== null && <p className={styles.fault}>No Node script: {nodeFault}</p>}
      </Popover>
    </MenuTrigger>
  )
}
