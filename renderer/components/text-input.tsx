import type { ReactNode, RefObject } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './field.module.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly hintTone?: 'ok' | 'warn' | 'bad' | 'neutral'
  readonly isMono?: boolean
  readonly isRequired?: boolean
  readonly isInvalid?: boolean
  readonly placeholder?: string
  readonly type?: 'text' | 'password' | 'url'
  readonly inputMode?: 'text' | 'numeric' | 'url'
  readonly list?: string
  readonly onBlur?: () => void
  readonly inputRef?: RefObject<HTMLInputElement | null>
  readonly autoFocus?: boolean
  readonly 'data-pane-focus'?: boolean
}

/** A labelled line of text, with a hint that screen readers read with it. */
export function TextInput({ label, value, onChange, hint, hintTone = 'neutral', ...rest }: Props) {
  const {
    isMono = false,
    isInvalid = false,
    isRequired = false,
    autoFocus = false,
    inputRef,
    ...input
  } = rest
  return (
    <TextField
      value={value}
      onChange={onChange}
      isInvalid={isInvalid}
      isRequired={isRequired}
      validationBehavior="aria"
      autoFocus={autoFocus}
      className={classNames(styles.field)}
    >
      <Label>{label}</Label>
      <Input
        {...input}
        {...(inputRef && { ref: inputRef })}
        className={classNames(styles.input, isMono && styles.mono)}
        spellCheck={false}
        autoComplete="off"
      />
      {hint !== undefined && hint !== null && (
        <Text slot="description" className={classNames(styles.hint, styles[hintTone])}>
          {hint}
        </Text>
      )}
    </TextField>
  )
}
