import { MessagesSquare } from 'lucide-react'
import type { CallbackRow } from '#shared/callback.ts'
import type { Conversation } from '#shared/chats.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import { chordText } from '../commands/key-chord.ts'
import { thisOs } from '../commands/this-os.ts'
import { Highlighted, Marked } from '../components/highlighted.tsx'
import { Keys } from '../components/keys.tsx'
import { listTime } from '../format/format-time.ts'
import { shortId } from '../format/short-id.ts'
import { KindIcon } from '../pages/callbacks/kind-icon.tsx'
import { kindWords, rowSummary, typeWord } from '../pages/callbacks/row-words.ts'
import { lastWords } from '../pages/chats/message-words.ts'
import { PersonName } from '../people/person-name.tsx'
import { usePersonName } from '../people/person-names.tsx'
import styles from './command-palette.module.css'
import { foundRanges } from './found-ranges.ts'
import { keysOf } from './palette-commands.ts'
import type { PaletteEntry } from './palette-entry.ts'
import type { PaletteText } from './palette-text.ts'
import type { RankedCommand } from './rank-commands.ts'

type Props = {
  readonly entry: PaletteEntry
  readonly text: PaletteText
  /** What the callbacks were found by. */
  readonly filter: string
}

/** One line: what it is called, what more there is to say, and the keys that do the same. */
export function PaletteRow({ entry, text, filter }: Props) {
  switch (entry.kind) {
    case 'command':
      return <CommandLine {...entry} />
    case 'callback':
      return text.mode === 'messages' ? (
        <CallbackLine row={entry.row} filter="" uuid={text.text} />
      ) : (
        <CallbackLine row={entry.row} filter={filter} uuid={null} />
      )
    case 'conversation':
      return <ConversationLine conversation={entry.conversation} wanted={text.text} />
  }
}

function CommandLine({ command, isEnabled, ranges }: RankedCommand) {
  const os = thisOs()
  return (
    <>
      <span className={styles.title}>
        <Marked text={command.title} ranges={ranges} />
      </span>
      {!isEnabled && <span className={styles.more}>{command.otherwise}</span>}
      <span className={styles.keys}>
        {keysOf(command, os).map((chord) => (
          <Keys key={chordText(chord, os)}>{chordText(chord, os)}</Keys>
        ))}
      </span>
    </>
  )
}

type CallbackProps = {
  readonly row: CallbackRow
  readonly filter: string
  /** The part of its message_uuid that is looked for; null where something else is. */
  readonly uuid: string | null
}

function CallbackLine({ row, filter, uuid }: CallbackProps) {
  const parsed = parseQuery(filter, row.receivedAtMs)
  const query = parsed.ok ? parsed.query : []
  const messageUuid = row.messageUuid ?? ''
  return (
    <>
      <span className={styles.icon}>
        <KindIcon row={row} />
      </span>
      <span className={styles.title}>
        <Highlighted text={typeWord(row)} query={query} />
      </span>
      <span className={styles.kind}>{kindWords[row.kind]}</span>
      <span className={styles.person}>
        <PersonName psid={row.psid} />
      </span>
      <span className={styles.more} dir="auto">
        {uuid === null ? (
          <Highlighted text={rowSummary(row)} query={query} />
        ) : (
          <code>
            <Marked text={messageUuid} ranges={foundRanges(messageUuid, uuid)} />
          </code>
        )}
      </span>
      <time className={styles.keys}>{listTime(row.receivedAtMs, Date.now())}</time>
    </>
  )
}

type ConversationProps = { readonly conversation: Conversation; readonly wanted: string }

function ConversationLine({ conversation, wanted }: ConversationProps) {
  const { psid, last } = conversation
  const name = usePersonName(psid)
  const inId = foundRanges(psid, wanted)
  return (
    <>
      <span className={styles.icon}>
        <MessagesSquare size={15} aria-hidden />
      </span>
      <span className={styles.title} dir="auto">
        <Marked text={name ?? psid} ranges={foundRanges(name ?? psid, wanted)} />
      </span>
      {name !== null && (
        <code className={styles.kind} title={psid}>
          {inId.length === 0 ? shortId(psid) : <Marked text={psid} ranges={inId} />}
        </code>
      )}
      <span className={styles.more} dir="auto">
        {lastWords(conversation)}
      </span>
      <time className={styles.keys}>{listTime(last.atMs, Date.now())}</time>
    </>
  )
}
