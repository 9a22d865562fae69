import type { Target, TargetHealth } from '#shared/target.ts'
import { usualTarget } from '#shared/target.ts'
import { targetUrl } from '#shared/target-url.ts'
import { Button } from '../../../components/button.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { classNames } from '../../../theme/class-names.ts'
import styles from './forwarding.module.css'
import { healthWords } from './health-words.ts'

type Props = {
  readonly target: Target
  /** Null: not known yet. */
  readonly health: TargetHealth | null
  readonly isOnlyOne: boolean
  readonly onEdit: () => void
  readonly onDelete: () => void
}

export function TargetItem({ target, health, isOnlyOne, onEdit, onDelete }: Props) {
  const { name } = target
  const isUsual =
    target.baseUrl === usualTarget.baseUrl &&
    target.inboundPath === usualTarget.inboundPath &&
    target.statusPath === usualTarget.statusPath
  return (
    <li className={styles.target}>
      <div className={styles.about}>
        <b className={styles.name}>{name}</b>
        <Health health={health} />
      </div>
      <div className={styles.buttons}>
        <Button size="small" onPress={onEdit} aria-label={`Edit ${name}`}>
          Edit
        </Button>
        {!(isOnlyOne && isUsual) && <DeleteTarget name={name} isOnlyOne={isOnlyOne} onDelete={onDelete} />}
      </div>
      <dl className={classNames(styles.urls, styles.whole)} aria-label={`Addresses of ${name}`}>
        <dt>inbound</dt>
        <dd>{targetUrl(target, 'inbound').href}</dd>
        <dt>status</dt>
        <dd>{targetUrl(target, 'status').href}</dd>
      </dl>
    </li>
  )
}

function Health({ health }: Pick<Props, 'health'>) {
  const { text, tone } = healthWords(health)
  return (
    <span className={styles.health}>
      <span className={classNames(styles.dot, styles[tone])} aria-hidden />
      <span className={classNames(styles.healthText, styles[tone])}>{text}</span>
    </span>
  )
}

type DeleteProps = Pick<Props, 'isOnlyOne' | 'onDelete'> & { readonly name: string }

function DeleteTarget({ name, isOnlyOne, onDelete }: DeleteProps) {
  return (
    <ConfirmDialog
      trigger={
        <Button size="small" look="danger" aria-label={`Delete ${name}`}>
          Delete
        </Button>
      }
      title={`Delete the target “${name}”?`}
      action="Delete target"
      onConfirm={onDelete}
    >
      <p>
        Forwarding to it ends, and so does a run that is under way. What was sent to it before stays listed.
        {isOnlyOne && ` ${usualTarget.baseUrl} takes its place.`}
      </p>
    </ConfirmDialog>
  )
}
