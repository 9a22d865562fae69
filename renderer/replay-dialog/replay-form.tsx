import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Heading } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import type { ReplayRequest, ReplaySelection } from '#shared/replay.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { Button } from '../components/button.tsx'
import dialogStyles from '../components/dialog.module.css'
import { ErrorBox } from '../components/error-box.tsx'
import { SelectInput } from '../components/select-input.tsx'
import { explanationOf } from '../state/explanation-of.ts'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { classNames } from '../theme/class-names.ts'
import { ContentFields } from './content-fields.tsx'
import { PaceFields } from './pace-fields.tsx'
import styles from './replay-dialog.module.css'
import {
  type ContentKind,
  onlySeqOf,
  type ReplayFields,
  readReplay,
  repeatsOf,
  replayFieldsFor,
} from './replay-fields.ts'
import { useReportRun } from './replay-reports.tsx'
import { selectionWords } from './replay-words.ts'
import { useOriginalText } from './use-original-text.ts'
import { useUsualTarget } from './use-usual-target.ts'

type Props = {
  readonly selection: ReplaySelection
  readonly initialContent: ContentKind
  /** Whether the body differs from the captured one. */
  readonly onEdited: (isEdited: boolean) => void
  readonly onClose: () => void
}

/** The fields of the Replay dialog. What goes wrong when starting is said here; the rest is reported by the run. */
export function ReplayForm({ selection, initialContent, onEdited, onClose }: Props) {
  const { countReplay, startReplay } = useWorkbench()
  const { targets } = useWorkbenchState()
  const report = useReportRun()
  const usualTarget = useUsualTarget()
  const [fields, setFields] = useState(() => replayFieldsFor(usualTarget?.id ?? '', initialContent))
  const [showsFaults, setShowsFaults] = useState(false)
  const original = useOriginalText(onlySeqOf(selection))
  const edit = (change: Partial<ReplayFields>) => {
    setFields((before) => ({ ...before, ...change }))
    if (change.bodyText !== undefined) onEdited(change.bodyText !== original.text)
  }
  const counted = useQuery({
    queryKey: ['replay-count', selection],
    queryFn: () => countReplay({ selection }),
    staleTime: 0,
    gcTime: 0,
  })
  const { mutate, isPending, error } = useMutation({
    mutationFn: (request: ReplayRequest) => startReplay(request),
    onSuccess: (run) => {
      report(run)
      onClose()
    },
  })
  const count = counted.data?.count ?? null
  const reading = readReplay(fields, { selection, originalText: original.text })
  const faults = showsFaults && !reading.ok ? reading.faults : {}
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setShowsFaults(!reading.ok)
    if (reading.ok && count !== 0 && !isPending) mutate(reading.request)
  }
  const failure = error ?? counted.error
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Replay">
      <div>
        <Heading slot="title" className={classNames(dialogStyles.title)}>
          {count === null ? 'Replay callbacks' : `Replay ${countText(count, 'callback')}`}
        </Heading>
        <p className={styles.dim}>
          {count === 0 ? 'There is nothing to replay.' : selectionWords(selection)}
        </p>
      </div>
      <SelectInput
        label="To"
        value={fields.targetId}
        options={targets.map(({ id, name, baseUrl }) => ({ value: id, label: `${name} · ${baseUrl}` }))}
        onChange={(targetId) => edit({ targetId })}
      />
      <ContentFields selection={selection} fields={fields} edit={edit} faults={faults} original={original} />
      <PaceFields fields={fields} edit={edit} faults={faults} isOne={(count ?? 1) * repeatsOf(fields) <= 1} />
      {failure !== null && <ErrorBox error={explanationOf(failure)} />}
      <div className={dialogStyles.buttons}>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" look="primary" isBusy={isPending} isDisabled={count === 0}>
          Replay
        </Button>
      </div>
    </form>
  )
}
