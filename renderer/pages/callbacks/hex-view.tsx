import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { Button } from '../../components/button.tsx'
import { keyboardScrollable } from '../../components/keyboard-scrollable.ts'
import { firstInvalidByte, type InvalidByte } from './body/first-invalid-byte.ts'
import { useColumns } from './body/use-columns.ts'
import { type BytesPerLine, hexColumns, hexLine, hexLineCount, hexOffset, hexPlace } from './hex-line.ts'
import styles from './hex-view.module.css'

const LINE_HEIGHT = 19

/** A hex dump of which only the lines in view are in the page. Where bytes are no UTF-8, it says which is the first. */
export function HexView({ bytes }: { readonly bytes: Uint8Array }) {
  const box = useRef<HTMLDivElement>(null)
  const ruler = useRef<HTMLSpanElement>(null)
  const free = useColumns(box, ruler)
  const perLine: BytesPerLine = free !== null && free < hexColumns(16).line ? 8 : 16
  const invalid = useMemo(() => firstInvalidByte(bytes), [bytes])
  const virtual = useVirtualizer({
    count: hexLineCount(bytes, perLine),
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  })
  const goTo = (offset: number) => virtual.scrollToIndex(Math.floor(offset / perLine), { align: 'center' })
  return (
    <>
      {invalid !== null && <NotUtf8 invalid={invalid} onGoTo={() => goTo(invalid.offset)} />}
      <section ref={box} className={styles.box} aria-label="Body in hex" {...keyboardScrollable}>
        <span ref={ruler} className={styles.ruler} />
        <div
          className={styles.sizer}
          style={{ height: virtual.getTotalSize(), minWidth: `${hexColumns(perLine).line}ch` }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => (
            <Line key={index} top={start} {...{ index, bytes, perLine }} marked={invalid?.offset ?? null} />
          ))}
        </div>
      </section>
    </>
  )
}

function NotUtf8({ invalid, onGoTo }: { readonly invalid: InvalidByte; readonly onGoTo: () => void }) {
  const { offset, byte, why } = invalid
  return (
    <div className={styles.invalid}>
      <p>
        The byte <code>{byte.toString(16).padStart(2, '0')}</code> at offset <code>{hexOffset(offset)}</code>{' '}
        is the first that is not UTF-8: {why}.
      </p>
      <Button size="small" onPress={onGoTo}>
        Go to it
      </Button>
    </div>
  )
}

type LineProps = {
  readonly top: number
  readonly index: number
  readonly bytes: Uint8Array
  readonly perLine: BytesPerLine
  /** The offset of the byte to be marked. */
  readonly marked: number | null
}

function Line({ top, index, bytes, perLine, marked }: LineProps) {
  const { offset, hex, text } = hexLine(bytes, index, perLine)
  const place = marked === null ? -1 : marked - index * perLine
  const isHere = place >= 0 && place < perLine
  return (
    <div className={styles.line} style={{ transform: `translateY(${top}px)` }}>
      <span className={styles.offset}>{offset}</span>
      <span style={{ width: `${hexColumns(perLine).bytes}ch` }}>
        {isHere ? <Marked text={hex} from={hexPlace(place)} length={2} /> : hex}
      </span>
      <span className={styles.text}>{isHere ? <Marked text={text} from={place} length={1} /> : text}</span>
    </div>
  )
}

type MarkedProps = { readonly text: string; readonly from: number; readonly length: number }

function Marked({ text, from, length }: MarkedProps) {
  return (
    <>
      {text.slice(0, from)}
      <mark className={styles.mark}>{text.slice(from, from + length)}</mark>
      {text.slice(from + length)}
    </>
  )
}
