import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { numberText } from '#shared/number-text.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { PANE, PANE_FOCUS, useHandOverFocus } from '../../../components/use-hand-over-focus.ts'
import { classNames } from '../../../theme/class-names.ts'
import styles from './find-box.module.css'
import { MOST_PLACES } from './find-in-text.ts'
import type { FindInBody } from './use-find.ts'

type Props = { readonly find: FindInBody; readonly input: RefObject<HTMLInputElement | null> }

/** Finds text in the body, also where it is not in the page: the browser's own search cannot. */
export function FindBox({ find, input }: Props) {
  const box = useRef<HTMLElement>(null)
  useHandOverFocus(box, PANE, PANE_FOCUS)
  useEffect(() => input.current?.focus(), [input])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    find.step(event.shiftKey ? -1 : 1)
  }
  const isNowhere = find.found.places.length === 0
  return (
    <search ref={box} className={styles.box} aria-label="Find in the body">
      <SearchField
        aria-label="Find in the body"
        value={find.wanted}
        onChange={find.search}
        className={classNames(styles.field)}
      >
        <Input
          ref={input}
          className={classNames(styles.input)}
          placeholder="Find in the body"
          onKeyDown={onKeyDown}
          spellCheck={false}
          autoComplete="off"
        />
      </SearchField>
      <span role="status" className={styles.count}>
        {find.wanted === '' ? '' : countWords(find)}
      </span>
      <IconButton label="Previous place" isDisabled={isNowhere} onPress={() => find.step(-1)}>
        <ChevronUp size={15} aria-hidden />
      </IconButton>
      <IconButton label="Next place" isDisabled={isNowhere} onPress={() => find.step(1)}>
        <ChevronDown size={15} aria-hidden />
      </IconButton>
      <IconButton label="Close the search" onPress={find.close}>
        <X size={15} aria-hidden />
      </IconButton>
    </search>
  )
}

function countWords({ found, current }: FindInBody): string {
  if (found.places.length === 0) return 'Not found'
  const all = found.isCut ? `${number(MOST_PLACES)}+` : number(found.places.length)
  return `${number(current + 1)} of ${all}`
}

function number(value: number): string {
  return numberText(value)
}
