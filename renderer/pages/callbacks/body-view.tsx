import { Copy } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ExactBody } from '#shared/callback.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { useCopy } from '../../clipboard/use-copy.ts'
import { Button } from '../../components/button.tsx'
import { CodeText } from '../../components/code-text.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { sizeText } from '../../format/format-size.ts'
import { bodyBytes } from './body-bytes.ts'
import { type BodyLook, bodyLooks } from './body-looks.ts'
import styles from './body-view.module.css'
import { hexDump } from './hex-line.ts'
import { HexView } from './hex-view.tsx'
import { FORMAT_AT_ONCE_BYTES, prettyPrintJson } from './pretty-print-json.ts'

type Props = {
  readonly body: ExactBody
  /** What is marked in it. */
  readonly query?: SearchQuery
}

/** The exact body: as it came, laid out where it is JSON, or byte by byte. */
export function BodyView({ body, query = [] }: Props) {
  const looks = useMemo(() => bodyLooks(body), [body])
  const [chosen, setChosen] = useState<BodyLook | null>(null)
  const look = looks.find(({ value }) => value === chosen)?.value ?? looks[0]?.value ?? 'hex'
  if (body.sizeBytes === 0) return <EmptyState sentence="The body is empty." />
  return (
    <>
      <div className={styles.bar}>
        <Segmented label="View of the body" value={look} options={looks} onChange={setChosen} />
        <span className={styles.size}>{sizeText(body.sizeBytes)}</span>
        <CopyBody body={body} look={look} />
      </div>
      {look === 'formatted' && body.encoding === 'utf8' && (
        <Formatted text={body.text} size={body.sizeBytes} query={query} />
      )}
      {look === 'raw' && body.encoding === 'utf8' && <CodeText label="Body" text={body.text} query={query} />}
      {look === 'hex' && <HexView bytes={bodyBytes(body)} />}
    </>
  )
}

type FormattedProps = { readonly text: string; readonly size: number; readonly query: SearchQuery }

function Formatted({ text, size, query }: FormattedProps) {
  const [isAsked, setIsAsked] = useState(size <= FORMAT_AT_ONCE_BYTES)
  const formatted = useMemo(() => (isAsked ? prettyPrintJson(text) : null), [text, isAsked])
  if (formatted !== null) return <CodeText label="Formatted body" text={formatted} query={query} />
  return (
    <EmptyState sentence={`The body has ${sizeText(size)}. Formatting it may take a moment.`}>
      <Button onPress={() => setIsAsked(true)}>Format anyway</Button>
    </EmptyState>
  )
}

function CopyBody({ body, look }: { readonly body: ExactBody; readonly look: BodyLook }) {
  const copy = useCopy()
  const onPress = () => {
    if (look === 'hex' || body.encoding === 'base64')
      copy({ text: hexDump(bodyBytes(body)), what: 'hex dump' })
    else if (look === 'formatted') copy({ text: prettyPrintJson(body.text), what: 'formatted body' })
    else copy({ text: body.text, what: 'body' })
  }
  return (
    <Button size="small" onPress={onPress}>
      <Copy size={13} aria-hidden />
      Copy
    </Button>
  )
}
