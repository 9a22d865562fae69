import type { CallbackDetail, CallbackTime, ReadCallback } from '#shared/callback.ts'
import { localDateTime } from '../../format/format-time.ts'

export type Fact = {
  readonly label: string
  readonly value: string
  /** What the value means here, where it does not say so itself. */
  readonly note: string | null
  /** What is copied, as the toast names it; null where there is nothing to copy. */
  readonly copyName: string | null
}

type Described = Exclude<ReadCallback, { readonly kind: 'other' }>

/** The facts of a callback, in the order they are looked for. `personName`: of its person, where one was given. */
export function factsOf(detail: CallbackDetail, personName: string | null): readonly Fact[] {
  const request = fact('Method and path', `${detail.method} ${detail.path}`, 'method and path')
  const { read } = detail
  return read.kind === 'other' ? [request] : [...messageFacts(read, personName), request]
}

function messageFacts(read: Described, personName: string | null): readonly Fact[] {
  return [
    ...idFacts(read, personName),
    fact('Message UUID', read.messageUuid, 'message UUID'),
    ...(read.timestamp === null ? [] : [timestampFact(read.timestamp)]),
    {
      ...fact('Version', read.version, null),
      note: read.channel === 'messenger' ? null : `channel ${read.channel}`,
    },
    ...(read.clientRef === null ? [] : [fact('client_ref', read.clientRef, 'client_ref')]),
  ]
}

/** A status keeps the direction of the reply it is about: from the Page to the person. */
function idFacts(read: Described, personName: string | null): readonly Fact[] {
  const isInbound = read.kind === 'inbound'
  const person = isInbound ? 'From (PSID)' : 'To (PSID)'
  const page = isInbound ? 'To (Page ID)' : 'From (Page ID)'
  const psid = read.psid === null ? missing(person) : { ...fact(person, read.psid, 'PSID'), note: personName }
  const pageId = read.pageId === null ? missing(page) : fact(page, read.pageId, 'Page ID')
  return isInbound ? [psid, pageId] : [pageId, psid]
}

function timestampFact({ raw, atMs }: CallbackTime): Fact {
  const note = atMs === null ? 'Not a time that can be read.' : localDateTime(atMs)
  return { ...fact('Timestamp', raw, 'timestamp'), note }
}

function fact(label: string, value: string, copyName: string | null): Fact {
  return { label, value, note: null, copyName }
}

function missing(label: string): Fact {
  return { label, value: 'not in the callback', note: null, copyName: null }
}
