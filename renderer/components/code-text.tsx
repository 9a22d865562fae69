import CodeMirror, { EditorView } from '@uiw/react-codemirror'
import { useMemo } from 'react'
import type { SearchQuery } from '#shared/search/query.ts'
import { classNames } from '../theme/class-names.ts'
import { cspNonce } from '../theme/csp-nonce.ts'
import styles from './code-text.module.css'
import { foundMarks } from './found-marks.ts'
import { jsonColours } from './json-colours.ts'

type Props = {
  readonly label: string
  readonly text: string
  /** What is marked in it. */
  readonly query?: SearchQuery
}

const NOTHING: SearchQuery = []

/** Text that can be read, searched by eye, selected and copied, but not changed. Long texts stay fast. */
export function CodeText({ label, text, query = NOTHING }: Props) {
  const extensions = useMemo(
    () => [
      EditorView.cspNonce.of(cspNonce()),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true' }),
      jsonColours,
      ...(query.length === 0 ? [] : [foundMarks(query)]),
    ],
    [label, query],
  )
  return (
    <CodeMirror
      value={text}
      readOnly
      theme="none"
      basicSetup={{
        lineNumbers: true,
        foldGutter: false,
        highlightActiveLine: false,
        highlightActiveLineGutter: false,
        syntaxHighlighting: false,
        searchKeymap: false,
      }}
      indentWithTab={false}
      extensions={extensions}
      className={classNames(styles.code)}
    />
  )
}
