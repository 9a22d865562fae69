import { FileKey } from 'lucide-react'
import { useState } from 'react'
import { DropZone, type FileDropItem, FileTrigger } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { classNames } from '../../theme/class-names.ts'
import { readKeyFile } from './read-key-file.ts'
import styles from './settings.module.css'

type Props = { readonly value: string; readonly onChange: (value: string) => void }

/** A private key as text, as a path on this machine, or from a file that is chosen or dropped. */
export function PrivateKeyInput({ value, onChange }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const take = async (file: File | null | undefined) => {
    if (file === null || file === undefined) return
    const reading = await readKeyFile(file)
    setProblem(reading.ok ? null : reading.problem)
    if (reading.ok) onChange(reading.text)
  }
  return (
    <DropZone
      className={classNames(styles.drop)}
      aria-label="Private key file"
      onDrop={(event) => {
        const item = event.items.find((candidate): candidate is FileDropItem => candidate.kind === 'file')
        void item?.getFile().then(take)
      }}
    >
      <TextAreaInput
        label="Private key"
        value={value}
        onChange={onChange}
        rows={4}
        isMono
        placeholder={'-----BEGIN PRIVATE KEY-----\nor the path of the file'}
        hint={problem ?? 'Paste the key, enter the path of its file, or drop the file here.'}
        hintTone={problem === null ? 'neutral' : 'bad'}
      />
      <FileTrigger onSelect={(files) => void take(files?.[0])}>
        <Button size="small">
          <FileKey size={14} aria-hidden />
          Choose file
        </Button>
      </FileTrigger>
    </DropZone>
  )
}
