import { X } from 'lucide-react'
import { useRef } from 'react'
import { Button, Tag, TagGroup, TagList } from 'react-aria-components'
import { type PlacedTerm, parseQuery } from '#shared/search/parse-query.ts'
import { withoutPlace } from '#shared/search/write-term.ts'
import { PANE, useHandOverFocus } from '../../components/use-hand-over-focus.ts'
import { PersonName } from '../../people/person-name.tsx'
import { classNames } from '../../theme/class-names.ts'
import { useCallbackList } from './callbacks-provider.tsx'
import { isChip } from './filter-choice.ts'
import styles from './filter-parts.module.css'

/** The conditions of the filter, each of which can be taken out. Those that the chips above stand for are left to them. */
export function FilterParts() {
  const { filter } = useCallbackList()
  const parts = partsOf(filter)
  return parts.length === 0 ? null : <Parts parts={parts} />
}

/** After the last of them the filter itself is what is left. */
const SEARCH: readonly string[] = ['input']

function Parts({ parts }: { readonly parts: readonly PlacedTerm[] }) {
  const { filter, setFilter } = useCallbackList()
  const box = useRef<HTMLDivElement>(null)
  useHandOverFocus(box, PANE, SEARCH)
  return (
    <TagGroup
      ref={box}
      aria-label="Conditions"
      onRemove={(keys) => {
        const gone = parts.filter(({ start }) => keys.has(start))
        setFilter(gone.reduceRight(withoutPlace, filter))
      }}
    >
      <TagList
        items={parts.map((part) => ({ ...part, id: part.start }))}
        className={classNames(styles.parts)}
      >
        {({ start, end, term }) => {
          const text = filter.slice(start, end)
          return (
            <Tag id={start} textValue={text} className={classNames(styles.part)}>
              <code className={styles.text}>{text}</code>
              {term.field === 'from' && <PersonName psid={term.value} />}
              <Button slot="remove" className={classNames(styles.remove)} aria-label={`Remove ${text}`}>
                <X size={12} aria-hidden />
              </Button>
            </Tag>
          )
        }}
      </TagList>
    </TagGroup>
  )
}

/** A word on its own is in the search field for everybody to see: it is no part of anything. */
function partsOf(filter: string): readonly PlacedTerm[] {
  const read = parseQuery(filter, Date.now())
  if (!read.ok) return []
  const parts = read.terms.filter(({ term }) => !isChip(term))
  const [only] = parts
  return parts.length === 1 && only?.term.field === 'text' ? [] : parts
}
