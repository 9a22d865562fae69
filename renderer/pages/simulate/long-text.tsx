import { useState } from 'react'
import { numberText } from '#shared/number-text.ts'
import { Button } from '../../components/button.tsx'
import { classNames } from '../../theme/class-names.ts'
import styles from './long-text.module.css'

/** More than this is shown on demand, so that one message does not push out the others. */
const SHOWN = 800

type Props = { readonly text: string; readonly isCode: boolean; readonly isFaint: boolean }

/** Text of any length, with its line breaks. */
export function LongText({ text, isCode, isFaint }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const isLong = text.length > SHOWN + 200
  const length = numberText(text.length)
  return (
    <>
      <p dir="auto" className={classNames(styles.text, isCode && styles.code, isFaint && styles.faint)}>
        {isLong && !isOpen ? `${text.slice(0, SHOWN)}…` : text}
      </p>
      {isLong && (
        <Button size="small" look="quiet" onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? 'Show less' : `Show all ${length} characters`}
        </Button>
      )}
    </>
  )
}
