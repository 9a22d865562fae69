import { X } from 'lucide-react'
import { type RefObject, useId, useRef } from 'react'
import { Button } from 'react-aria-components'
import { Keys } from '../components/keys.tsx'
import { classNames } from '../theme/class-names.ts'
import { CompletionList, completionId } from './completion-list.tsx'
import { FilterFault } from './filter-fault.tsx'
import styles from './filter-field.module.css'
import { useCompletion } from './use-completion.ts'
import { useShownFault } from './use-shown-fault.ts'

const LONGEST_FILTER = 2_000

type Props = {
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onType: (text: string) => void
  /** What is chosen takes effect at once. */
  readonly onChoose: (text: string) => void
  /** What is so while the text cannot be read. */
  readonly meanwhile: string
  readonly inputRef?: RefObject<HTMLInputElement | null>
  readonly keyShortcuts?: string
  /** The key that leads here, shown while the field is empty. */
  readonly keyShown?: string
  readonly hasVisibleLabel?: boolean
}

/** Where a filter is written in the words of the grammar: completed on the way, and told where it cannot be read. */
export function FilterField(props: Props) {
  const { label, text, onType, onChoose, inputRef, hasVisibleLabel = false } = props
  const own = useRef<HTMLInputElement>(null)
  const input = inputRef ?? own
  const id = useId()
  const completion = useCompletion({ text, input, onComplete: onChoose })
  const { offered, active } = completion
  const fault = useShownFault(text, offered.length > 0)
  const ids = { list: `${id}-list`, fault: `${id}-fault` }
  const clear = () => {
    completion.close()
    onChoose('')
  }
  return (
    <div className={styles.field}>
      {hasVisibleLabel && (
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
      )}
      <div className={styles.box}>
        <input
          id={id}
          ref={input}
          type="text"
          role="combobox"
          {...(!hasVisibleLabel && { 'aria-label': label })}
          aria-autocomplete="list"
          aria-expanded={offered.length > 0}
          aria-controls={ids.list}
          {...(active !== undefined && { 'aria-activedescendant': completionId(ids.list, active) })}
          {...(fault !== null && { 'aria-invalid': true, 'aria-describedby': ids.fault })}
          {...(props.keyShortcuts !== undefined && { 'aria-keyshortcuts': props.keyShortcuts })}
          placeholder={props.placeholder}
          value={text}
          maxLength={LONGEST_FILTER}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          className={classNames(styles.input, fault !== null && styles.invalid)}
          onChange={({ currentTarget: { value, selectionStart } }) => {
            onType(value)
            completion.typed(value, selectionStart ?? value.length)
          }}
          onSelect={({ currentTarget }) => completion.moved(currentTarget.selectionStart ?? 0)}
          onBlur={completion.close}
          onKeyDown={(event) => {
            const isEscape = event.key === 'Escape' && text !== ''
            if (completion.onKey(event)) event.preventDefault()
            else if (isEscape) clear()
            else return
            event.stopPropagation()
          }}
        />
        {text === '' && props.keyShown !== undefined && (
          <span className={styles.key} aria-hidden>
            <Keys>{props.keyShown}</Keys>
          </span>
        )}
        {text !== '' && (
          <Button
            className={classNames(styles.clear)}
            aria-label="Clear search"
            onPress={() => {
              clear()
              input.current?.focus()
            }}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
        <CompletionList id={ids.list} label={label} completion={completion} />
      </div>
      <FilterFault id={ids.fault} text={text} fault={fault} meanwhile={props.meanwhile} />
    </div>
  )
}
