import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Heading } from 'react-aria-components'
import type { ExportFormat, ExportRequest } from '#shared/session/session-job.ts'
import { Button } from '../components/button.tsx'
import { CheckboxInput } from '../components/checkbox-input.tsx'
import dialogStyles from '../components/dialog.module.css'
import { ErrorBox } from '../components/error-box.tsx'
import { Segmented } from '../components/segmented.tsx'
import { SelectInput } from '../components/select-input.tsx'
import { SwitchInput } from '../components/switch-input.tsx'
import { useCallbackList, useDesk } from '../pages/callbacks/callbacks-provider.tsx'
import { useFeed } from '../pages/callbacks/feed-store.ts'
import { selectedSeqs } from '../pages/callbacks/list-selection.ts'
import { explanationOf } from '../state/explanation-of.ts'
import { classNames } from '../theme/class-names.ts'
import { exportChoices } from './export-choices.ts'
import { ExportPreview } from './export-preview.tsx'
import styles from './session.module.css'
import { FORMATS } from './session-words.ts'
import { useSessions } from './sessions-context.ts'

/** The fields of the Export dialog. What goes wrong at the start is said here, the rest by the job. */
export function ExportForm({ onClose }: { readonly onClose: () => void }) {
  const { filter } = useCallbackList()
  const total = useFeed((feed) => feed.total)
  const { selection } = useDesk().desk
  const { startExport } = useSessions()
  const choices = exportChoices({ total, filter, selectedSeqs: selectedSeqs(selection) })
  const [what, setWhat] = useState(choices[0]?.value ?? 'all')
  const [format, setFormat] = useState<ExportFormat>('session')
  const [isRedacted, setIsRedacted] = useState(true)
  const [isForExcel, setIsForExcel] = useState(true)
  const chosen = choices.find(({ value }) => value === what)?.selection ?? { kind: 'all' as const }
  const hasByteOrderMark = format === 'csv' && isForExcel
  const request: ExportRequest = { selection: chosen, format, isRedacted, hasByteOrderMark }
  const { mutate, isPending, error } = useMutation({ mutationFn: () => startExport(request) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Export">
      <Heading slot="title" className={classNames(dialogStyles.title)}>
        Export callbacks
      </Heading>
      <SelectInput label="Callbacks" value={what} options={choices} onChange={setWhat} />
      <div className={styles.group}>
        <Segmented label="Format" value={format} options={FORMATS} onChange={setFormat} />
        <p className={styles.hint}>{FORMATS.find(({ value }) => value === format)?.hint}</p>
        {format === 'csv' && (
          <CheckboxInput isSelected={isForExcel} onChange={setIsForExcel}>
            For Excel, with a byte order mark
          </CheckboxInput>
        )}
      </div>
      <div className={styles.group}>
        <SwitchInput isOn={isRedacted} onChange={setIsRedacted}>
          Replace what tells about people
        </SwitchInput>
        <p className={classNames(styles.hint, !isRedacted && styles.warn)}>
          {isRedacted
            ? 'Ids, names, texts, addresses and signatures become others; the same person stays the same person.'
            : 'The file holds ids, names, texts and signatures as they came. Mind whom you give it to.'}
        </p>
      </div>
      <ExportPreview request={request} />
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <div className={dialogStyles.buttons}>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" look="primary" isBusy={isPending}>
          Export
        </Button>
      </div>
    </form>
  )
}
