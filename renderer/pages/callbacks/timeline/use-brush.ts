import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { TimeRange } from '#shared/timeline/buckets.ts'
import { type Brush, momentAt, moved, type Strip, selectionOf } from './brush.ts'

const FAR = 10

type Input = {
  readonly strip: Strip
  /** A stretch of time was chosen. */
  readonly onChoose: (range: TimeRange) => void
  /** Escape was pressed with nothing selected. Returns whether that did anything. */
  readonly onEscape: () => boolean
}

/** Selecting a stretch of time on the strip, with the pointer or the keyboard. */
export function useBrush({ strip, onChoose, onEscape }: Input) {
  const [brush, setBrush] = useState<Brush | null>(null)
  const [hoverMs, setHoverMs] = useState<number | null>(null)
  const [isDragging, setIsDragging] = useState(false)
  const draggedFrom = useRef<number | null>(null)

  function choose(chosen: Brush): void {
    setBrush(null)
    onChoose(selectionOf(strip, chosen))
  }

  function press(event: KeyboardEvent): boolean {
    const steps = stepsOf(event.key, strip.count)
    if (steps !== null) setBrush(moved(strip, brush, steps, event.shiftKey))
    else if (event.key === 'Enter' && brush !== null) choose(brush)
    else if (event.key === 'Escape' && brush !== null) setBrush(null)
    else return event.key === 'Escape' && onEscape()
    return true
  }

  return {
    brush,
    hoverMs,
    isDragging,
    onKeyDown(event: KeyboardEvent): void {
      if (event.altKey || event.ctrlKey || event.metaKey || !press(event)) return
      event.preventDefault()
      event.stopPropagation()
    },
    onPointerDown(event: PointerEvent): void {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      const atMs = momentUnder(event, strip)
      draggedFrom.current = event.clientX
      setIsDragging(true)
      setBrush({ anchorMs: atMs, headMs: atMs })
    },
    onPointerMove(event: PointerEvent): void {
      const atMs = momentUnder(event, strip)
      setHoverMs(atMs)
      if (isDragging) setBrush((before) => ({ anchorMs: before?.anchorMs ?? atMs, headMs: atMs }))
    },
    onPointerUp(event: PointerEvent): void {
      if (!isDragging) return
      setIsDragging(false)
      const isClick = Math.abs(event.clientX - (draggedFrom.current ?? event.clientX)) < 3
      // A click only puts the cursor there.
      if (brush !== null && !isClick) choose(brush)
    },
    onPointerCancel(): void {
      setIsDragging(false)
      setBrush(null)
    },
    onPointerLeave: () => setHoverMs(null),
    onBlur: () => setBrush(null),
  }
}

function momentUnder({ currentTarget, clientX }: PointerEvent, strip: Strip): number {
  const { left, width } = currentTarget.getBoundingClientRect()
  return momentAt(strip, (clientX - left) / width)
}

/** By how many buckets a key moves the cursor; null for other keys. */
function stepsOf(key: string, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -1
    case 'ArrowRight':
    case 'ArrowUp':
      return 1
    case 'PageDown':
      return -FAR
    case 'PageUp':
      return FAR
    case 'Home':
      return -count
    case 'End':
      return count
    default:
      return null
  }
}
