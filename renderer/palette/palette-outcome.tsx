import { VisuallyHidden } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import type { WireError } from '#shared/rpc.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { Waiting } from '../components/waiting.tsx'
import styles from './command-palette.module.css'
import type { PaletteMode, PaletteText } from './palette-text.ts'

type Props = {
  readonly text: PaletteText
  readonly count: number
  readonly isLooking: boolean
  readonly error: WireError | null
}

const NOUNS: Readonly<Record<PaletteMode, string>> = {
  everything: 'command, callback or conversation',
  commands: 'command',
  people: 'person',
  messages: 'message_uuid',
}

/** What came of the search: how much, as assistive technology hears it, nothing, or not yet. */
export function PaletteOutcome({ text, count, isLooking, error }: Props) {
  const isNothing = count === 0 && !isLooking && error === null
  return (
    <div className={styles.outcome}>
      {error !== null && <ErrorBox error={error} />}
      {count === 0 && isLooking && <Waiting>{WAITS[text.mode]}</Waiting>}
      <div role="status">
        {isNothing && <EmptyState sentence={nothingWords(text)} />}
        {count > 0 && !isLooking && (
          <VisuallyHidden>
            <p>{countText(count, 'result')}</p>
          </VisuallyHidden>
        )}
      </div>
    </div>
  )
}

const WAITS: Readonly<Record<PaletteMode, string>> = {
  everything: 'Looking for callbacks and conversations…',
  commands: 'Looking for commands…',
  people: 'Looking for conversations…',
  messages: 'Looking for callbacks…',
}

function nothingWords({ mode, text }: PaletteText): string {
  if (text !== '') return `No ${NOUNS[mode]} here fits “${text}”.`
  return mode === 'people' ? 'Nobody has written yet.' : 'No callback has come in yet.'
}
