import { json } from '@codemirror/lang-json'
import { unifiedMergeView } from '@codemirror/merge'
import { EditorState, Text } from '@codemirror/state'
import CodeMirror, { EditorView } from '@uiw/react-codemirror'
import { useMemo } from 'react'
import codeStyles from '../components/code-text.module.css'
import { jsonColours } from '../components/json-colours.ts'
import { classNames } from '../theme/class-names.ts'
import { cspNonce } from '../theme/csp-nonce.ts'
import styles from './diff-editor.module.css'

type Props = {
  readonly label: string
  /** What the text is compared with. Another one needs another editor: give it a key. */
  readonly original: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly describedBy: string
}

/** An editor for JSON that shows what differs from the original. Line ends stay as they are. The Tab key leaves it. */
export function DiffEditor({ label, original, value, onChange, describedBy }: Props) {
  const extensions = useMemo(
    () => [
      EditorView.cspNonce.of(cspNonce()),
      EditorView.lineWrapping,
      // A carriage return is a byte like any other: it must come out as it went in.
      EditorState.lineSeparator.of('\n'),
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': describedBy }),
      json(),
      jsonColours,
      unifiedMergeView({
        original: Text.of(original.split('\n')),
        mergeControls: false,
        gutter: true,
        syntaxHighlightDeletions: false,
        allowInlineDiffs: true,
      }),
    ],
    [label, original, describedBy],
  )
  return (
    <CodeMirror
      value={value}
      onChange={onChange}
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
      className={classNames(codeStyles.code, styles.diff)}
    />
  )
}
