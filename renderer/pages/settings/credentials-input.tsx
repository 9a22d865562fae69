import { FileKey } from 'lucide-react'
import { useState } from 'react'
import { type DropItem, DropZone, FileTrigger } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { classNames } from '../../theme/class-names.ts'
import styles from './import-credentials.module.css'
import { readCredentialsFile } from './read-credentials-file.ts'
import type { EnteredCredentials } from './use-credentials-preview.ts'

type Props = {
  readonly entered: EnteredCredentials
  readonly onEnter: (entered: EnteredCredentials) => void
}

const HINT = 'Paste the text, drop the file here or choose it. The file is only read.'

/** Credentials as pasted text or as a file. A file is named, its content is not shown. */
export function CredentialsInput({ entered, onEnter }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const enter = (next: EnteredCredentials) => {
    setProblem(null)
    onEnter(next)
  }
  const takeFile = async (file: File | null | undefined) => {
    if (file === null || file === undefined) return
    const reading = await readCredentialsFile(file)
    if (reading.ok) enter({ text: reading.text, fileName: file.name })
    else setProblem(reading.problem)
  }
  const takeDropped = async (items: readonly DropItem[]) => {
    for (const item of items) {
      if (item.kind === 'file') return takeFile(await item.getFile())
      if (item.kind === 'text' && item.types.has('text/plain')) {
        return enter({ text: await item.getText('text/plain'), fileName: null })
      }
    }
    setProblem('What was dropped is neither a file nor text.')
  }
  return (
    <DropZone
      className={classNames(styles.drop)}
      aria-label="Credentials file"
      onDrop={({ items }) => void takeDropped(items)}
    >
      {entered.fileName === null ? (
        <TextAreaInput
          label="Credentials"
          value={entered.text}
          onChange={(text) => enter({ text, fileName: null })}
          rows={4}
          isMono
          placeholder={'VONAGE_API_KEY=…\nVONAGE_PRIVATE_KEY=…'}
          hint={problem ?? HINT}
          hintTone={problem === null ? 'neutral' : 'bad'}
        />
      ) : (
        <FileLine
          name={entered.fileName}
          problem={problem}
          onRemove={() => enter({ text: '', fileName: null })}
        />
      )}
      <FileTrigger onSelect={(files) => void takeFile(files?.[0])}>
        <Button size="small">
          <FileKey size={14} aria-hidden />
          Choose file
        </Button>
      </FileTrigger>
    </DropZone>
  )
}

type FileLineProps = {
  readonly name: string
  readonly problem: string | null
  readonly onRemove: () => void
}

function FileLine({ name, problem, onRemove }: FileLineProps) {
  return (
    <div className={styles.file}>
      <span>
        File <b>{name}</b>
      </span>
      <Button size="small" look="quiet" onPress={onRemove} aria-label={`Take away ${name}`}>
        Take away
      </Button>
      {problem !== null && <p className={styles.bad}>{problem}</p>}
    </div>
  )
}
