import { useRef } from 'react'
import { Group, ToggleButton } from 'react-aria-components'
import { numberText } from '#shared/number-text.ts'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { shortcutAria } from '../../commands/shortcut.ts'
import { FilterField } from '../../filter/filter-field.tsx'
import { SessionMenu } from '../../session/session-menu.tsx'
import { classNames } from '../../theme/class-names.ts'
import { AnswerOtherwise } from './answer-otherwise.tsx'
import { useCallbackList } from './callbacks-provider.tsx'
import { DeleteListed } from './deleting/delete-listed.tsx'
import { useFeed } from './feed-store.ts'
import styles from './filter-bar.module.css'
import { filterChoices } from './filter-choice.ts'
import { FilterParts } from './filter-parts.tsx'
import { FilterSummary } from './filter-summary.tsx'
import { ReplayListed } from './replay-listed.tsx'

/** The filter above the list: written, put together from chips, or saved; and what it finds. */
export function FilterBar() {
  const { filterText, setFilter, typeFilter } = useCallbackList()
  const search = useRef<HTMLInputElement>(null)
  useOfferActions({ focusSearch: () => search.current?.select() })
  return (
    <div className={styles.bar}>
      <FilterField
        label="Search text and ids"
        placeholder="Search text and ids"
        text={filterText}
        onType={typeFilter}
        onChoose={setFilter}
        meanwhile="The list stays as it was."
        inputRef={search}
        keyShortcuts={`/ ${shortcutAria('search.focus')}`}
        keyShown="/"
      />
      <Group className={classNames(styles.chips)} aria-label="Show">
        {filterChoices.map((choice) => (
          <ToggleButton
            key={choice.label}
            isSelected={choice.isOn(filterText)}
            onChange={() => setFilter(choice.toggle(filterText))}
            className={classNames(styles.chip)}
          >
            {choice.label === 'All' ? <AllLabel /> : choice.label}
          </ToggleButton>
        ))}
      </Group>
      <FilterParts />
      <FilterSummary>
        <ReplayListed />
        <DeleteListed />
        <SessionMenu />
        <AnswerOtherwise />
      </FilterSummary>
    </div>
  )
}

function AllLabel() {
  const total = useFeed((feed) => feed.total)
  return `All ${numberText(total)}`
}
