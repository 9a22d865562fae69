import { json } from '@codemirror/lang-json'
import CodeMirror, { EditorView } from '@uiw/react-codemirror'
import { useMemo } from 'react'
import { classNames } from '../theme/class-names.ts'
import { cspNonce } from '../theme/csp-nonce.ts'
import styles from './code-text.module.css'
import { jsonColours } from './json-colours.ts'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The ids of what describes it: warnings, for example. */
  readonly describedBy?: string
}

/** A small editor for JSON. The Tab key leaves it. */
export function JsonEditor({ label, value, onChange, describedBy = '' }: Props) {
  const extensions = useMemo(
    () => [
      EditorView.cspNonce.of(cspNonce()),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        ...(describedBy !== '' && { 'aria-describedby': describedBy }),
      }),
      json(),
      jsonColours,
    ],
    [label, describedBy],
  )
  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      theme="none"
      basicSetup={{
        lineNumbers: false,
        foldGutter: false,
        highlightActiveLine: false,
        syntaxHighlighting: false,
        searchKeymap: false,
      }}
      indentWithTab={false}
      extensions={extensions}
      className={classNames(styles.code)}
    />
  )
}
