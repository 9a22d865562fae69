import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { type Completion, completeQuery } from '#shared/search/complete-query.ts'
import { queryWords } from '#shared/search/query-words.ts'
import { useKnownValues } from './use-known-values.ts'

type Input = {
  readonly text: string
  readonly input: RefObject<HTMLInputElement | null>
  readonly onComplete: (text: string) => void
}

/** Ways to go on at the caret of a filter's field, chosen by keys or by pointer. */
export function useCompletion({ text, input, onComplete }: Input) {
  const knownOf = useKnownValues()
  const [isOpen, setIsOpen] = useState(false)
  const [caret, setCaret] = useState(0)
  const [activeIndex, setActiveIndex] = useState<number | null>(null)
  const putCaret = useCaret(input)
  const offered = isOpen ? offeredAt(text, caret, knownOf()) : []
  const active = activeIndex === null ? undefined : offered[activeIndex]

  function openAt(place: number): void {
    setCaret(place)
    setActiveIndex(null)
    setIsOpen(true)
  }
  function close(): void {
    setIsOpen(false)
    setActiveIndex(null)
  }
  function take({ start, end, text: part, isField }: Completion): void {
    const isAtEnd = end >= text.length
    const written = isField || !isAtEnd ? part : `${part} `
    putCaret(start + written.length)
    onComplete(text.slice(0, start) + written + text.slice(end))
    if (isField) openAt(start + written.length)
    else close()
  }
  function move(step: 1 | -1): void {
    const first = step === 1 ? 0 : offered.length - 1
    setActiveIndex((index) => (index === null ? first : (index + step + offered.length) % offered.length))
  }

  /** Whether the key was for the list. */
  function onKey({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): boolean {
    const wanted = wantedBy(key, offered.length > 0)
    if (wanted === 'next') move(1)
    else if (wanted === 'previous') move(-1)
    else if (wanted === 'open') openAt(currentTarget.selectionStart ?? text.length)
    else if (wanted === 'close') close()
    else if (wanted === 'take' && active !== undefined) take(active)
    else return false
    return true
  }

  return {
    offered,
    active,
    take,
    close,
    onKey,
    /** What was typed may be the beginning of something. */
    typed(typedText: string, place: number): void {
      if (isInWord(typedText, place)) openAt(place)
      else close()
    },
    moved: (place: number) => {
      if (place !== caret) setCaret(place)
    },
  }
}

function wantedBy(key: string, isOpen: boolean): 'open' | 'next' | 'previous' | 'take' | 'close' | null {
  if (!isOpen) return key === 'ArrowDown' ? 'open' : null
  switch (key) {
    case 'ArrowDown':
      return 'next'
    case 'ArrowUp':
      return 'previous'
    case 'Enter':
      return 'take'
    case 'Escape':
      return 'close'
    default:
      return null
  }
}

/** Puts the caret somewhere once the field has its new text. */
function useCaret(input: RefObject<HTMLInputElement | null>): (place: number) => void {
  const wanted = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (wanted.current === null) return
    input.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })
  return (place) => {
    wanted.current = place
  }
}

/** Nothing that is written in full already. */
function offeredAt(text: string, caret: number, known: Parameters<typeof completeQuery>[2]) {
  return completeQuery(text, caret, known).filter(({ start, end, text: part }) => {
    return text.slice(start, end) !== part
  })
}

function isInWord(text: string, caret: number): boolean {
  return queryWords(text).some(({ start, end }) => start < caret && caret <= end)
}
