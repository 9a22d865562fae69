import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Command } from '../commands/command.ts'
import { commandOf } from '../commands/command-table.ts'
import { isPressed } from '../commands/key-chord.ts'
import type { OfferedActions } from '../commands/page-actions.ts'
import { thisOs } from '../commands/this-os.ts'
import styles from './command-palette.module.css'
import { paletteCommands } from './palette-commands.ts'
import { activeEntry, canBeChosen, entryAfter, type PaletteEntry, paletteGroups } from './palette-entry.ts'
import { PaletteHints } from './palette-hints.tsx'
import { entryDomId, PaletteList } from './palette-list.tsx'
import { PaletteOutcome } from './palette-outcome.tsx'
import { readPaletteText } from './palette-text.ts'
import { rankCommands } from './rank-commands.ts'
import { useFound } from './use-found.ts'

const LONGEST_TEXT = 200
/** So many commands leave callbacks and conversations in view. */
const BESIDE_OTHERS = 8

type Props = {
  readonly actions: OfferedActions
  readonly recent: readonly string[]
  readonly onChoose: (entry: PaletteEntry) => void
  readonly onClose: () => void
}

/** The field, which keeps the focus, and below it what fits. */
export function PaletteSearch({ actions, recent, onChoose, onClose }: Props) {
  const [written, setWritten] = useState('')
  const [movedTo, setMovedTo] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const text = useMemo(() => readPaletteText(written), [written])
  const found = useFound(text)
  const commands = text.mode === 'everything' || text.mode === 'commands' ? paletteCommands : []
  const most = text.mode === 'everything' ? BESIDE_OTHERS : commands.length
  const place = { commands, isEnabled: ({ when }: Command) => when(actions), recent, most }
  const groups = paletteGroups({ ...found, commands: rankCommands(text.text, place) })
  const entries = groups.flatMap((group) => group.entries)
  const active = activeEntry(entries, movedTo)
  const choose = (entry: PaletteEntry | null) => {
    if (entry !== null && canBeChosen(entry)) onChoose(entry)
  }
  useEffect(() => input.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = STEPS[event.key]
    const isOwnKey = commandOf('palette.open').keys[thisOs()].some((chord) =>
      isPressed(chord, event.nativeEvent, thisOs()),
    )
    if (step !== undefined) setMovedTo(entryAfter(entries, active, step)?.id ?? null)
    else if (event.key === 'Enter') choose(active)
    else if (isOwnKey) onClose()
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.field}>
        <Search size={16} aria-hidden />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label="Search or run a command"
          aria-autocomplete="list"
          aria-expanded={entries.length > 0}
          aria-controls={listId}
          {...(active !== null && { 'aria-activedescendant': entryDomId(listId, active) })}
          placeholder="Commands, callbacks and conversations"
          value={written}
          maxLength={LONGEST_TEXT}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="none"
          className={styles.input}
          onChange={({ currentTarget }) => {
            setWritten(currentTarget.value)
            setMovedTo(null)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <PaletteList
        id={listId}
        groups={groups}
        active={active}
        text={text}
        filter={found.filter}
        onChoose={choose}
      />
      <PaletteOutcome text={text} count={entries.length} isLooking={found.isLooking} error={found.error} />
      <PaletteHints />
    </>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
