import { TextInput } from './text-input.tsx'

type Props = {
  readonly label: string
  /** As it was typed. */
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with it. */
  readonly fault: string | undefined
}

/** A labelled number, with what is wrong with it below. */
export function NumberInput({ fault, ...input }: Props) {
  return (
    <TextInput
      {...input}
      inputMode="numeric"
      isInvalid={fault !== undefined}
      hint={fault ?? null}
      hintTone="bad"
    />
  )
}
