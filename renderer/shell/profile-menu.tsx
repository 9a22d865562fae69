import { useMutation } from '@tanstack/react-query'
import { Check, ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import menuStyles from '../components/menu.module.css'
import { useShowToast } from '../components/toasts.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { goToPage } from './go-to-page.ts'
import styles from './shell-header.module.css'

/** Which credentials are in use, and a quick way to use others. */
export function ProfileMenu() {
  const { profiles, activeProfileId } = useWorkbenchState()
  const { activateProfile } = useWorkbench()
  const showToast = useShowToast()
  const { mutate } = useMutation({
    mutationFn: (id: string) => activateProfile({ id }),
    onError: (reason) => showToast({ kind: 'failed', error: explanationOf(reason) }),
  })
  const active = profiles.find((profile) => profile.id === activeProfileId)
  return (
    <MenuTrigger>
      <Button className={classNames(styles.pill)}>
        Profile <b>{active?.name ?? 'none'}</b>
        <ChevronDown size={13} aria-hidden />
      </Button>
      <Popover className={classNames(menuStyles.popover)} placement="bottom start">
        <Menu aria-label="Profile" className={classNames(menuStyles.menu)}>
          <MenuSection
            aria-label="Use profile"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[activeProfileId]}
            onSelectionChange={(keys) => {
              const chosen = profiles.find((profile) => keys !== 'all' && keys.has(profile.id))
              if (chosen !== undefined && chosen.id !== activeProfileId) mutate(chosen.id)
            }}
          >
            {profiles.map((profile) => (
              <MenuItem
                key={profile.id}
                id={profile.id}
                textValue={profile.name}
                className={classNames(menuStyles.item)}
              >
                {({ isSelected }) => (
                  <>
                    <span className={menuStyles.check}>{isSelected && <Check size={14} aria-hidden />}</span>
                    {profile.name}
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className={classNames(menuStyles.separator)} />
          <MenuItem className={classNames(menuStyles.item)} onAction={() => goToPage('settings')}>
            <span className={menuStyles.check} />
            Manage profiles
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
