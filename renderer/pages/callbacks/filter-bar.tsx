import { X } from 'lucide-react'
import { useRef } from 'react'
import { Button, Group, Input, SearchField, ToggleButton } from 'react-aria-components'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { shortcutAria } from '../../commands/shortcut.ts'
import { Keys } from '../../components/keys.tsx'
import { classNames } from '../../theme/class-names.ts'
import { AnswerOtherwise } from './answer-otherwise.tsx'
import { useCallbackList } from './callbacks-provider.tsx'
import styles from './filter-bar.module.css'
import { filterChoices } from './filter-choice.ts'
import { ReplayListed } from './replay-listed.tsx'

const LONGEST_SEARCH = 200

/** Search box and chips above the list. */
export function FilterBar() {
  const { filter, setFilter, feed } = useCallbackList()
  const search = useRef<HTMLInputElement>(null)
  useOfferActions({ focusSearch: () => search.current?.select() })
  return (
    <div className={styles.bar}>
      <div className={styles.top}>
        <SearchField
          aria-label="Search text and ids"
          value={filter.text}
          onChange={(text) => setFilter({ ...filter, text })}
          maxLength={LONGEST_SEARCH}
          className={classNames(styles.search)}
        >
          <Input
            ref={search}
            placeholder="Search text and ids"
            aria-keyshortcuts={`/ ${shortcutAria('search.focus')}`}
            className={classNames(styles.input)}
            spellCheck={false}
          />
          {filter.text === '' ? (
            <span className={styles.key} aria-hidden>
              <Keys>/</Keys>
            </span>
          ) : (
            <Button className={classNames(styles.clear)} aria-label="Clear search">
              <X size={14} aria-hidden />
            </Button>
          )}
        </SearchField>
        <ReplayListed />
        <AnswerOtherwise />
      </div>
      <Group className={classNames(styles.chips)} aria-label="Show">
        {filterChoices.map((choice) => (
          <ToggleButton
            key={choice.label}
            isSelected={choice.isOn(filter)}
            onChange={() => setFilter(choice.toggle(filter))}
            className={classNames(styles.chip)}
          >
            {choice.label === 'All' ? `All ${feed.total.toLocaleString('en-GB')}` : choice.label}
          </ToggleButton>
        ))}
      </Group>
    </div>
  )
}
