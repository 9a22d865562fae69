import type { KeyboardEventHandler, ReactNode } from 'react'
import { Label, Text, TextArea, TextField } from 'react-aria-components'
import { classNames } from '../theme/class-names.ts'
import styles from './field.module.css'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows: number
  readonly hint?: ReactNode
  readonly hintTone?: 'ok' | 'warn' | 'bad' | 'neutral'
  readonly isMono?: boolean
  readonly isPaneFocus?: boolean
  readonly placeholder?: string
  readonly onKeyDown?: KeyboardEventHandler<HTMLTextAreaElement>
  readonly onBlur?: () => void
  readonly autoFocus?: boolean
}

/** Several labelled lines of text. */
export function TextAreaInput({ label, value, onChange, hint, hintTone = 'neutral', ...rest }: Props) {
  const { rows, isMono = false, isPaneFocus = false, placeholder, onKeyDown, onBlur } = rest
  return (
    <TextField
      value={value}
      onChange={onChange}
      autoFocus={rest.autoFocus ?? false}
      {...(onBlur !== undefined && { onBlur })}
      className={classNames(styles.field)}
    >
      <Label>{label}</Label>
      <TextArea
        rows={rows}
        className={classNames(styles.input, styles.area, isMono && styles.mono)}
        {...(isMono && { spellCheck: false })}
        {...(placeholder !== undefined && { placeholder })}
        {...(onKeyDown !== undefined && { onKeyDown })}
        {...(isPaneFocus && { 'data-pane-focus': true })}
      />
      {hint !== undefined && hint !== null && (
        <Text slot="description" className={classNames(styles.hint, styles[hintTone])}>
          {hint}
        </Text>
      )}
    </TextField>
  )
}
