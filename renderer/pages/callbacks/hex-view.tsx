import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { keyboardScrollable } from '../../components/keyboard-scrollable.ts'
import { hexLine, hexLineCount } from './hex-line.ts'
import styles from './hex-view.module.css'

const LINE_HEIGHT = 19

/** A hex dump of which only the lines in view are in the page. */
export function HexView({ bytes }: { readonly bytes: Uint8Array }) {
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: hexLineCount(bytes),
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  })
  return (
    <section ref={box} className={styles.box} aria-label="Body in hex" {...keyboardScrollable}>
      <div className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const { offset, hex, text } = hexLine(bytes, index)
          return (
            <div key={index} className={styles.line} style={{ transform: `translateY(${start}px)` }}>
              <span className={styles.offset}>{offset}</span>
              <span className={styles.hex}>{hex}</span>
              <span className={styles.text}>{text}</span>
            </div>
          )
        })}
      </div>
    </section>
  )
}
