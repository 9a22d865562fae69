import { chordText } from '../commands/key-chord.ts'
import { thisOs } from '../commands/this-os.ts'
import { Keys } from '../components/keys.tsx'
import styles from './command-palette.module.css'

const MODES = [
  ['>', 'commands'],
  ['@', 'people'],
  ['#', 'message_uuid'],
] as const

const KEYS = [
  ['Enter', 'run'],
  ['Escape', 'close'],
] as const

/** What the first character can say, and the keys. */
export function PaletteHints() {
  return (
    <div className={styles.hints}>
      <span>Begin with</span>
      {MODES.map(([sign, words]) => (
        <span key={sign}>
          <Keys>{sign}</Keys> {words}
        </span>
      ))}
      <span className={styles.gap} />
      {KEYS.map(([key, words]) => (
        <span key={key}>
          <Keys>{chordText({ key }, thisOs())}</Keys> {words}
        </span>
      ))}
    </div>
  )
}
