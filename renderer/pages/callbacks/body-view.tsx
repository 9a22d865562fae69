import { Copy, Search } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { ExactBody } from '#shared/callback.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { useCopy } from '../../clipboard/use-copy.ts'
import { useOfferActions } from '../../commands/actions-provider.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { sizeText } from '../../format/format-size.ts'
import { BodyText } from './body/body-text.tsx'
import { FindBox } from './body/find-box.tsx'
import { type FindInBody, useFind } from './body/use-find.ts'
import { useKeyOf } from './body/use-key-of.ts'
import { usePreparedBody } from './body/use-prepared-body.ts'
import { bodyBytes } from './body-bytes.ts'
import { type BodyLook, bodyLooks } from './body-looks.ts'
import styles from './body-view.module.css'
import { hexDump } from './hex-line.ts'
import { HexView } from './hex-view.tsx'

type Props = {
  readonly body: ExactBody
  /** Whether it is one of several on the page, which have no keys of their own. */
  readonly isOneOfMany?: boolean
  /** The filter of the list, if this body was found with it. */
  readonly query?: SearchQuery
  /** What to say where there are no bytes. */
  readonly emptyWords?: string
}

const NOTHING: SearchQuery = []
const EMPTY = 'The body is empty.'

/** The exact body: as it came, laid out where it is JSON, or byte by byte. The view chosen is kept for the next body. */
export function BodyView({ body, isOneOfMany = false, query = NOTHING, emptyWords = EMPTY }: Props) {
  const bodyKey = useKeyOf(body)
  const looks = useMemo(() => bodyLooks(body), [body])
  const bytes = useMemo(() => bodyBytes(body), [body])
  const [chosen, setChosen] = useState<BodyLook | null>(null)
  const look = looks.find(({ value }) => value === chosen)?.value ?? looks[0]?.value ?? 'hex'
  const isText = look !== 'hex' && body.encoding === 'utf8'
  const isLaidOut = look === 'formatted'
  const hasColours = looks.some(({ value }) => value === 'formatted')
  const task = useMemo(
    () => (isText && body.encoding === 'utf8' && hasColours ? { text: body.text, isLaidOut } : null),
    [body, isText, isLaidOut, hasColours],
  )
  const preparing = usePreparedBody(task)
  const prepared = preparing.state === 'ready' ? preparing.body.text : ''
  const raw = body.encoding === 'utf8' ? body.text : ''
  const find = useFind(isLaidOut ? prepared : raw)
  const findInput = useRef<HTMLInputElement>(null)
  const openFind = () => {
    find.open()
    findInput.current?.focus()
    findInput.current?.select()
  }
  const isFindable = isText && body.sizeBytes > 0
  useOfferActions(isFindable && !isOneOfMany ? findActions(find, openFind) : {})
  if (body.sizeBytes === 0) return <EmptyState sentence={emptyWords} />
  return (
    <>
      <div className={styles.bar}>
        <Segmented label="View of the body" value={look} options={looks} onChange={setChosen} />
        <span className={styles.size}>{sizeText(body.sizeBytes)}</span>
        {isFindable && (
          <Button size="small" onPress={openFind} {...(!isOneOfMany && { command: 'body.find' })}>
            <Search size={13} aria-hidden />
            Find
          </Button>
        )}
        <CopyBody look={look} text={isLaidOut ? prepared : raw} bytes={bytes} />
      </div>
      {isText && find.isOpen && <FindBox find={find} input={findInput} />}
      {isText ? (
        <BodyText key={`${look} ${bodyKey}`} {...{ body, isLaidOut, raw, preparing, find, query }} />
      ) : (
        <HexView key={bodyKey} bytes={bytes} />
      )}
    </>
  )
}

/** While the search is open, Escape closes it and does not leave the details. */
function findActions({ isOpen, close }: FindInBody, open: () => void) {
  return { findInBody: open, ...(isOpen && { closeFind: close }) }
}

type CopyProps = { readonly look: BodyLook; readonly text: string; readonly bytes: Uint8Array }

const COPY_NAMES: Readonly<Record<BodyLook, string>> = {
  raw: 'body',
  formatted: 'formatted body',
  hex: 'hex dump',
}

/** Copies the whole body, whatever of it is shown. */
function CopyBody({ look, text, bytes }: CopyProps) {
  const copy = useCopy()
  const isReady = look === 'hex' || text !== ''
  return (
    <Button
      size="small"
      isDisabled={!isReady}
      onPress={() => copy({ text: look === 'hex' ? hexDump(bytes) : text, what: COPY_NAMES[look] })}
    >
      <Copy size={13} aria-hidden />
      Copy
    </Button>
  )
}
