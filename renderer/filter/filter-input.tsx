import { FilterField } from './filter-field.tsx'
import { FilterHelp } from './filter-help.tsx'
import styles from './filter-input.module.css'
import { SavedFiltersMenu } from './saved-filters-menu.tsx'

type Props = {
  readonly label: string
  readonly text: string
  readonly onType: (text: string) => void
  /** What is chosen takes effect at once. */
  readonly onChoose: (text: string) => void
  /** What is so while the text cannot be read. */
  readonly meanwhile: string
}

/** A filter in a form: written, or one of those that are saved. */
export function FilterInput(props: Props) {
  return (
    <div className={styles.input}>
      <FilterField {...props} placeholder="all callbacks" hasVisibleLabel />
      <div className={styles.buttons}>
        <SavedFiltersMenu filter={props.text.trim()} onApply={props.onChoose} />
        <FilterHelp />
      </div>
    </div>
  )
}
