import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useMemo, useState } from 'react'
import { Heading } from 'react-aria-components'
import { countText } from '#shared/count-text.ts'
import { parseQuery } from '#shared/search/parse-query.ts'
import { useWorkbench } from '../../../bridge/workbench-client.tsx'
import { Button } from '../../../components/button.tsx'
import dialog from '../../../components/dialog.module.css'
import { ErrorBox } from '../../../components/error-box.tsx'
import { FilterInput } from '../../../filter/filter-input.tsx'
import { explanationOf } from '../../../state/explanation-of.ts'
import { classNames } from '../../../theme/class-names.ts'
import { useCallbackList } from '../../callbacks/callbacks-provider.tsx'
import styles from './runs.module.css'

type Props = { readonly onChosen: (filter: string) => void; readonly onClose: () => void }

/** Which callbacks a new run sends; to begin with, those that the list on the Callbacks page shows. */
export function ChooseCallbacks({ onChosen, onClose }: Props) {
  const list = useCallbackList()
  const [text, setText] = useState(list.filter)
  const isReadable = useMemo(() => parseQuery(text, Date.now()).ok, [text])
  const filter = text.trim()
  const { count, error } = useCount(filter, isReadable)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (count === null || count === 0) return
    onClose()
    onChosen(filter)
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Which callbacks">
      <Heading slot="title" className={classNames(dialog.title)}>
        Which callbacks to replay
      </Heading>
      <p className={styles.dim}>To replay one or a few, select them on the Callbacks page.</p>
      <FilterInput
        label="Callbacks that this filter shows"
        text={text}
        onType={setText}
        onChoose={setText}
        meanwhile=""
      />
      <p role="status" className={styles.count}>
        {countWords(count, isReadable)}
      </p>
      {error !== null && <ErrorBox error={explanationOf(error)} />}
      <div className={dialog.buttons}>
        <Button onPress={onClose}>Cancel</Button>
        <Button type="submit" look="primary" isDisabled={count === null || count === 0}>
          Choose how…
        </Button>
      </div>
    </form>
  )
}

function countWords(count: number | null, isReadable: boolean): string {
  if (!isReadable) return 'Nothing is counted while the filter cannot be read.'
  if (count === null) return 'Counting…'
  return count === 0 ? 'No callback matches.' : `${countText(count, 'callback')}.`
}

function useCount(filter: string, isReadable: boolean) {
  const { countReplay } = useWorkbench()
  const selection = { kind: 'filter', filter } as const
  const { data, error } = useQuery({
    queryKey: ['replay-count', selection],
    queryFn: () => countReplay({ selection }),
    enabled: isReadable,
    staleTime: 0,
    gcTime: 0,
  })
  return { count: isReadable ? (data?.count ?? null) : null, error: isReadable ? error : null }
}
