import type { CallbackDetail, ReadCallback } from '#shared/callback.ts'
import { Card } from '../../components/card.tsx'
import { Tag } from '../../components/tag.tsx'
import { usePersonName } from '../../people/person-names.tsx'
import { factsOf } from './callback-facts.ts'
import { Facts } from './facts.tsx'
import { NoteCard } from './marks/note-card.tsx'
import { MessageCard } from './message-card.tsx'
import { MessageTimeline } from './message-timeline.tsx'
import { signatureWords } from './row-words.ts'
import { SignatureChecks } from './signature-checks.tsx'
import { StatusCard } from './status-card.tsx'

/** What a callback says, in plain words. */
export function Overview({ detail }: { readonly detail: CallbackDetail }) {
  const { word, tone } = signatureWords[detail.row.signature]
  const personName = usePersonName(detail.row.psid)
  return (
    <>
      <Facts facts={factsOf(detail, personName)} />
      <ContentCard read={detail.read} detail={detail} />
      <NoteCard key={detail.row.seq} seq={detail.row.seq} />
      {detail.read.kind !== 'other' && (
        <Card title="Signature" aside={<Tag tone={tone}>{word === 'signed' ? 'valid' : word}</Tag>}>
          <SignatureChecks checks={detail.checks} />
        </Card>
      )}
    </>
  )
}

function ContentCard({ read, detail }: { readonly read: ReadCallback; readonly detail: CallbackDetail }) {
  switch (read.kind) {
    case 'inbound':
      return <MessageCard seq={detail.row.seq} content={read.content} />
    case 'status':
      return (
        <>
          <StatusCard status={read.status} error={read.error} reply={detail.row.reply} />
          <MessageTimeline messageUuid={read.messageUuid} seq={detail.row.seq} />
        </>
      )
    case 'other':
      return (
        <Card title="Why this is not a Messages callback">
          <p>{read.explanation}</p>
        </Card>
      )
  }
}
