import type { CallbackRow } from '#shared/callback.ts'
import type { Conversation } from '#shared/chats.ts'
import { conversationKey } from '../pages/chats/conversation-key.ts'
import type { RankedCommand, RankedGroup } from './rank-commands.ts'

/** One line of the palette; `id` tells it from every other. */
export type PaletteEntry = { readonly id: string } & (
  | ({ readonly kind: 'command' } & RankedCommand)
  | { readonly kind: 'callback'; readonly row: CallbackRow }
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
)

export type PaletteGroup = { readonly title: string; readonly entries: readonly PaletteEntry[] }

type Found = {
  readonly commands: readonly RankedGroup[]
  readonly callbacks: readonly CallbackRow[]
  readonly conversations: readonly Conversation[]
}

/** What is shown: commands first, since they are there at once and nothing then moves them. */
export function paletteGroups({ commands, callbacks, conversations }: Found): readonly PaletteGroup[] {
  const groups: readonly PaletteGroup[] = [
    ...commands.map((group) => ({ title: group.title, entries: group.commands.map(commandEntry) })),
    { title: 'Captured callbacks', entries: callbacks.map(callbackEntry) },
    { title: 'Conversations', entries: conversations.map(conversationEntry) },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}

/** Whether something happens when it is chosen. */
export function canBeChosen(entry: PaletteEntry): boolean {
  return entry.kind !== 'command' || entry.isEnabled
}

/**
 * The entry that the keys act on: the one moved to, while it is there, else the first. Where that cannot be chosen, it
 * says why: Enter must not run another one in its place.
 */
export function activeEntry(entries: readonly PaletteEntry[], movedTo: string | null): PaletteEntry | null {
  return entries.find(({ id }) => id === movedTo) ?? entries[0] ?? null
}

/** The entry so many lines on; a single step goes round at the ends. */
export function entryAfter(
  entries: readonly PaletteEntry[],
  from: PaletteEntry | null,
  step: number,
): PaletteEntry | null {
  const last = entries.length - 1
  const place = entries.findIndex(({ id }) => id === from?.id) + step
  const isOver = place < 0 || place > last
  if (isOver && Math.abs(step) === 1) return entries.at(place < 0 ? last : 0) ?? null
  return entries.at(Math.max(0, Math.min(last, place))) ?? null
}

function commandEntry(ranked: RankedCommand): PaletteEntry {
  return { id: ranked.command.id, kind: 'command', ...ranked }
}

function callbackEntry(row: CallbackRow): PaletteEntry {
  return { id: `callback-${row.seq}`, kind: 'callback', row }
}

function conversationEntry(conversation: Conversation): PaletteEntry {
  // Ids come from callbacks and may hold anything: no spaces in the id of an element.
  return {
    id: `conversation-${encodeURIComponent(conversationKey(conversation))}`,
    kind: 'conversation',
    conversation,
  }
}
