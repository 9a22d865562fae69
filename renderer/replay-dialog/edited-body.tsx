import { RotateCcw, WrapText } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '../components/button.tsx'
import { prettyPrintJson } from '../pages/callbacks/pretty-print-json.ts'
import { classNames } from '../theme/class-names.ts'
import { DiffEditor } from './diff-editor.tsx'
import { jsonFault } from './json-fault.ts'
import styles from './replay-dialog.module.css'

type Props = {
  /** As it was captured. */
  readonly original: string
  readonly text: string
  readonly onChange: (text: string) => void
  /** Why it cannot be sent; null when it can. */
  readonly fault: string | null
}

/** The body of the callback to be changed at will, with what has been changed marked. It need not be JSON any more. */
export function EditedBody({ original, text, onChange, fault }: Props) {
  const [compared, setCompared] = useState(original)
  const hintId = useId()
  const layOut = () => {
    setCompared(prettyPrintJson(original))
    onChange(prettyPrintJson(text))
  }
  const putBack = () => {
    setCompared(original)
    onChange(original)
  }
  const problem = jsonFault(text)
  const isLaidOut = compared !== original
  return (
    <div className={styles.group}>
      <div className={styles.bar}>
        <h3>Body, changes marked</h3>
        {problem === null && (
          <Button size="small" onPress={layOut}>
            <WrapText size={13} aria-hidden />
            Lay out
          </Button>
        )}
        <Button size="small" onPress={putBack} isDisabled={text === original && !isLaidOut}>
          <RotateCcw size={13} aria-hidden />
          Put back
        </Button>
      </div>
      <DiffEditor
        key={compared}
        label="Body to send"
        original={compared}
        value={text}
        onChange={onChange}
        describedBy={hintId}
      />
      <div id={hintId} role="status" className={styles.hint}>
        {fault !== null && <p className={styles.bad}>{fault}</p>}
        {problem !== null && (
          <p className={classNames(styles.warn)}>Not JSON: {problem}. It is sent as it stands here.</p>
        )}
        {isLaidOut && problem === null && (
          <p>Laid out in lines, and compared with the original laid out alike.</p>
        )}
      </div>
    </div>
  )
}
