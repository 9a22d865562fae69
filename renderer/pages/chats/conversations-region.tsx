import { Search } from 'lucide-react'
import { useRef } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { shortcutAria, shortcutText } from '../../commands/shortcut.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { StandIn } from '../../components/stand-in.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { classNames } from '../../theme/class-names.ts'
import { useChatsDesk } from './chats-desk.tsx'
import { ConversationList } from './conversation-list.tsx'
import styles from './conversations-region.module.css'
import type { ConversationList as List } from './use-conversations.ts'

/** The list of conversations with its search box and everything it can say instead. */
export function ConversationsRegion({ list }: { readonly list: List }) {
  const { feed, reload, streamError } = list
  const isEmpty = feed.conversations.length === 0
  const error = streamError ?? feed.error
  return (
    <section aria-label="Conversations" className={styles.region} data-pane="conversations">
      <SearchBox />
      {error !== null && (
        <div className={styles.error}>
          <ErrorBox error={error}>
            <Button onPress={streamError === null ? reload : () => location.reload()}>
              {streamError === null ? 'Try again' : 'Reload the page'}
            </Button>
          </ErrorBox>
        </div>
      )}
      {!isEmpty && <ConversationList list={list} />}
      {isEmpty && error === null && (
        <StandIn className={styles.nothing}>
          {feed.progress === 'idle' ? (
            <Nobody isSearch={feed.text.trim() !== ''} />
          ) : (
            <Waiting>Looking for conversations…</Waiting>
          )}
        </StandIn>
      )}
    </section>
  )
}

function SearchBox() {
  const { search, setSearch } = useChatsDesk()
  const input = useRef<HTMLInputElement>(null)
  useOfferActions({ focusSearch: () => input.current?.focus() })
  return (
    <div className={styles.bar}>
      <SearchField
        value={search}
        onChange={setSearch}
        aria-label="Search names and ids"
        className={classNames(styles.search)}
      >
        <Search size={14} aria-hidden className={styles.sign} />
        <Input
          ref={input}
          placeholder={`Name, PSID or Page (${shortcutText('search.focus')})`}
          aria-keyshortcuts={shortcutAria('search.focus')}
          className={classNames(styles.input)}
          spellCheck={false}
        />
      </SearchField>
    </div>
  )
}

function Nobody({ isSearch }: { readonly isSearch: boolean }) {
  const { setSearch } = useChatsDesk()
  if (isSearch) {
    return (
      <EmptyState sentence="Nobody here has that name, PSID or Page.">
        <Button onPress={() => setSearch('')}>Show all conversations</Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      sentence={
        <>
          Nobody has written yet. Conversations appear as callbacks arrive; you can{' '}
          <a href="#/simulate">write as a simulated person</a>.
        </>
      }
    />
  )
}
