import type { DatabaseSync } from 'node:sqlite'
import type { ConversationId } from '#shared/chats.ts'

/** What somebody said about an event, kept beside it: such an event is neither pruned nor deleted with others. */
export function createMarks(db: DatabaseSync) {
  const pin = db.prepare('INSERT OR IGNORE INTO pin (seq, at_ms) VALUES (?, ?)')
  const unpin = db.prepare('DELETE FROM pin WHERE seq = ?')
  const note = db.prepare('INSERT OR REPLACE INTO note (seq, text, at_ms) VALUES (?, ?, ?)')
  const removeNote = db.prepare('DELETE FROM note WHERE seq = ?')
  const read = db.prepare('INSERT OR REPLACE INTO conversation_read VALUES (:psid, :pageId, :atMs, :seq)')
  return {
    /** The last inbound message that somebody has seen of a conversation. */
    setRead(
      { psid, pageId }: ConversationId,
      { atMs, seq }: { readonly atMs: number; readonly seq: number },
    ): void {
      read.run({ psid, pageId, atMs, seq })
    },
    setPin(seq: number, isPinned: boolean, atMs: number): void {
      if (isPinned) pin.run(seq, atMs)
      else unpin.run(seq)
    },
    setNote(seq: number, text: string, atMs: number): void {
      if (text.trim() === '') removeNote.run(seq)
      else note.run(seq, text, atMs)
    },
  }
}

/** Reads what somebody said. */
export function readMarks(db: DatabaseSync) {
  const kept = db.prepare(
    'SELECT count(*) AS n FROM (SELECT seq FROM truth.pin UNION SELECT seq FROM truth.note)',
  )
  const pins = db.prepare('SELECT seq FROM truth.pin ORDER BY seq DESC')
  const note = db.prepare('SELECT text FROM truth.note WHERE seq = ?')
  return {
    /** How many events are pinned or noted. */
    kept: () => Number(kept.get()?.n ?? 0),
    pins: () => pins.all().map((record) => Number(record.seq)),
    noteOf(seq: number): string | null {
      const text = note.get(seq)?.text
      return typeof text === 'string' ? text : null
    },
  }
}
