import { Button } from '../../components/button.tsx'
import styles from './reply-form.module.css'
import { useShownWhenNew } from './use-shown-when-new.ts'

type Props = { readonly why: string; readonly onSend: () => void }

/** Why a reply was not sent yet, and the way to send it all the same. Brought into view. */
export function HeldReply({ why, onSend }: Props) {
  const box = useShownWhenNew(why, true)
  return (
    <div ref={box} className={styles.held} role="alert">
      <p>Not sent. {why}</p>
      <Button size="small" onPress={onSend}>
        Send anyway
      </Button>
    </div>
  )
}
