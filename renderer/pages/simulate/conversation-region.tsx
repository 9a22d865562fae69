import { useMemo } from 'react'
import type { ChatBubble, SimulatedPerson } from '#shared/simulator.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Waiting } from '../../components/waiting.tsx'
import { ChatLog } from './chat-log.tsx'
import { Composer } from './composer.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import styles from './conversation-region.module.css'
import { ForwardingHint } from './forwarding-hint.tsx'
import { NoMessages } from './no-messages.tsx'
import type { RunningSimulator } from './running-simulator.ts'
import type { useChat } from './use-chat.ts'

type Props = {
  readonly simulator: RunningSimulator
  readonly person: SimulatedPerson | null
  readonly chat: ReturnType<typeof useChat>
}

/** The conversation between the chosen person and the Page, which is the developer's server. */
export function ConversationRegion({ simulator, person, chat }: Props) {
  if (person === null) {
    return (
      <section className={styles.region} aria-label="Conversation" data-pane="conversation">
        <EmptyState sentence="Add a person on the left to write to the Page." />
      </section>
    )
  }
  return (
    <section className={styles.region} aria-label="Conversation" data-pane="conversation">
      <ConversationHeader person={person} />
      <ForwardingHint destination={simulator.settings.destination} />
      {chat.error !== null && (
        <div className={styles.error}>
          <ErrorBox error={chat.error}>
            <Button onPress={chat.reload}>Try again</Button>
          </ErrorBox>
        </div>
      )}
      <Messages simulator={simulator} person={person} chat={chat} />
      <Composer person={person} simulator={simulator} />
    </section>
  )
}

type MessagesProps = Props & { readonly person: SimulatedPerson }

function Messages({ simulator, person, chat }: MessagesProps) {
  const bubbles = useMemo(() => ofPerson(chat.bubbles, person.psid), [chat.bubbles, person.psid])
  if (bubbles.length > 0) return <ChatLog key={person.psid} person={person} bubbles={bubbles} />
  return (
    <div className={styles.nothing}>
      {chat.isLoaded && <NoMessages simulator={simulator} person={person} />}
      {!chat.isLoaded && chat.error === null && <Waiting>Loading the conversation…</Waiting>}
    </div>
  )
}

function ofPerson(bubbles: readonly ChatBubble[], psid: string): readonly ChatBubble[] {
  return bubbles.filter((bubble) => bubble.psid === psid)
}
