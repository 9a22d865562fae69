import { Card } from '../../components/card.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { useDesk } from './callbacks-provider.tsx'
import { LatestReply } from './latest-reply.tsx'
import { useReplies } from './replies-provider.tsx'
import { ReplyForm } from './reply-form.tsx'
import styles from './reply-region.module.css'

const VERSIONS = [
  { value: 'v1', label: 'v1' },
  { value: 'v0.1', label: 'v0.1' },
] as const

/** The reply being written and what became of the latest one. */
export function ReplyRegion() {
  const { desk, edit } = useDesk()
  const { latest } = useReplies()
  return (
    <section aria-label="Reply" className={styles.region} data-pane="reply" data-scope="reply">
      <header className={styles.header}>
        <h2>Reply</h2>
        <div className={styles.version}>
          <Segmented
            label="API version"
            value={desk.form.fields.version}
            options={VERSIONS}
            onChange={(version) => edit({ version })}
          />
        </div>
      </header>
      <ReplyForm />
      {latest === null ? (
        <Card title="Last reply">
          <p className={styles.none}>No reply has been sent yet.</p>
        </Card>
      ) : (
        <LatestReply reply={latest} />
      )}
    </section>
  )
}
