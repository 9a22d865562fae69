import { useEffect, useRef, useState } from 'react'
import { useOfferActions } from '../commands/actions-provider.tsx'
import { cyclePanes, focusFirstPane } from '../commands/cycle-panes.ts'
import { isFocusLost } from '../commands/focus-pane.ts'
import { ShortcutsSheet } from '../commands/shortcuts-sheet.tsx'
import { CallbacksPage } from '../pages/callbacks/callbacks-page.tsx'
import { ChatsPage } from '../pages/chats/chats-page.tsx'
import { ConnectPage } from '../pages/connect/connect-page.tsx'
import { ReplayPage } from '../pages/replay/replay-page.tsx'
import { SettingsPage } from '../pages/settings/settings-page.tsx'
import { SimulatePage } from '../pages/simulate/simulate-page.tsx'
import { TokensPage } from '../pages/tokens/tokens-page.tsx'
import { CommandPalette } from '../palette/command-palette.tsx'
import { usePalette } from '../palette/use-palette.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { goToPage } from './go-to-page.ts'
import { NavRail } from './nav-rail.tsx'
import { NoticeBanners } from './notice-banners.tsx'
import type { PageName } from './page-name.ts'
import styles from './shell.module.css'
import { ShellFooter } from './shell-footer.tsx'
import { ShellHeader } from './shell-header.tsx'
import { usePage } from './use-page.ts'

/** The frame around every page. */
export function Shell() {
  const page = usePage()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const openHelp = () => setIsHelpOpen(true)
  const palette = usePalette()
  useFocusInPage(page)
  useOfferActions({
    goTo: goToPage,
    openPalette: palette.open,
    openHelp,
    openLink: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
    reload: () => location.reload(),
    cyclePanes,
  })
  return (
    <div className={styles.shell}>
      <ShellHeader onPalette={palette.open} />
      <div className={styles.banners}>
        <ConnectionBanner />
        <NoticeBanners />
      </div>
      <div className={styles.middle}>
        <NavRail page={page} />
        <Page page={page} />
      </div>
      <ShellFooter onHelp={openHelp} />
      {palette.isOpen && <CommandPalette close={palette.close} />}
      <ShortcutsSheet isOpen={isHelpOpen} onOpenChange={setIsHelpOpen} />
    </div>
  )
}

/** Another page takes over the focus that went away with the one before. */
function useFocusInPage(page: PageName): void {
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current !== page && isFocusLost()) focusFirstPane()
    shown.current = page
  }, [page])
}

function Page({ page }: { readonly page: PageName }) {
  switch (page) {
    case 'callbacks':
      return <CallbacksPage />
    case 'chats':
      return <ChatsPage />
    case 'replay':
      return <ReplayPage />
    case 'simulate':
      return <SimulatePage />
    case 'tokens':
      return <TokensPage />
    case 'connect':
      return <ConnectPage />
    case 'settings':
      return <SettingsPage />
  }
}
