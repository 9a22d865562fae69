import { useState } from 'react'
import { numberText } from '#shared/number-text.ts'
import { TextInput } from '../../components/text-input.tsx'
import { wholeNumber } from './sequence-words.ts'

type Props = {
  readonly label: string
  readonly value: number
  readonly most: number
  /** What the number means; null for nothing to say. */
  readonly hint: string | null
  readonly onChange: (value: number) => void
}

/** A number that is handed on as soon as it is one; what is typed until then stays as it is. */
export function WholeNumberField({ label, value, most, hint, onChange }: Props) {
  const [text, setText] = useState(String(value))
  const isWrong = wholeNumber(text, most) === null
  return (
    <TextInput
      label={label}
      value={text}
      onChange={(typed) => {
        setText(typed)
        const number = wholeNumber(typed, most)
        if (number !== null) onChange(number)
      }}
      inputMode="numeric"
      hint={isWrong ? `A whole number from 1 to ${numberText(most)}.` : hint}
      hintTone={isWrong ? 'bad' : 'neutral'}
      isInvalid={isWrong}
    />
  )
}
