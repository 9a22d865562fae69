import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { countText } from '#shared/count-text.ts'
import type { ExportRequest } from '#shared/session/session-job.ts'
import { useWorkbench } from '../bridge/workbench-client.tsx'
import { ErrorBox } from '../components/error-box.tsx'
import { keyboardScrollable } from '../components/keyboard-scrollable.ts'
import { Waiting } from '../components/waiting.tsx'
import { sizeText } from '../format/format-size.ts'
import { explanationOf } from '../state/explanation-of.ts'
import styles from './session.module.css'

/** The first lines of the file as they will be written, and how large it will be. */
export function ExportPreview({ request }: { readonly request: ExportRequest }) {
  const { previewExport } = useWorkbench()
  const { data, error } = useQuery({
    queryKey: ['export-preview', request],
    queryFn: () => previewExport(request),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
  if (error !== null) return <ErrorBox error={explanationOf(error)} />
  if (data === undefined) return <Waiting>Reading the first callbacks…</Waiting>
  return (
    <figure className={styles.preview}>
      <figcaption className={styles.caption}>
        <span>How the file begins</span>
        <span>
          {countText(data.callbacks, 'callback')}, repeats included; about {sizeText(data.sizeBytes)}
        </span>
      </figcaption>
      <section {...keyboardScrollable} aria-label="How the file begins" className={styles.lines}>
        <pre>{data.lines.join('\n')}</pre>
      </section>
    </figure>
  )
}
