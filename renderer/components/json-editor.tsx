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
}

/** A small editor for JSON. The Tab key leaves it. */
export function JsonEditor({ label, value, onChange }: Props) {
  const extensions = useMemo(
    () => [
      EditorView.cspNonce.of(cspNonce()),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label }),
      json(),
      jsonColours,
    ],
    [label],
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
      height="190px"
      extensions={extensions}
      className={classNames(styles.code)}
    />
  )
}
