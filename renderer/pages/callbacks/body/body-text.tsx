import { useState } from 'react'
import type { ExactBody } from '#shared/callback.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { Waiting } from '../../../components/waiting.tsx'
import { sizeText } from '../../../format/format-size.ts'
import styles from './body-text.module.css'
import { firstPart } from './first-part.ts'
import { noTokens } from './json-tokens.ts'
import { TextView } from './text-view.tsx'
import type { FindInBody } from './use-find.ts'
import type { Preparing } from './use-prepared-body.ts'

type Props = {
  readonly body: ExactBody
  readonly isLaidOut: boolean
  readonly raw: string
  readonly preparing: Preparing
  readonly find: FindInBody
  readonly query: SearchQuery
}

/** The body as text. Raw, it is there at once and gets its colours when they are ready. */
export function BodyText({ body, isLaidOut, raw, preparing, find, query }: Props) {
  const size = sizeText(body.sizeBytes)
  if (isLaidOut && preparing.state === 'waiting')
    return (
      <div className={styles.waiting}>
        <Waiting>{`Laying out ${size}…`}</Waiting>
      </div>
    )
  if (isLaidOut && preparing.state === 'failed')
    return (
      <ErrorBox error={preparing.error}>
        <Button onPress={preparing.retry}>Try again</Button>
      </ErrorBox>
    )
  const prepared = preparing.state === 'ready' ? preparing.body : null
  if (isLaidOut && prepared?.isJson === false)
    return <EmptyState sentence="The body is not JSON, so it cannot be laid out. Raw shows it as it came." />
  return (
    <Part
      body={body}
      label={isLaidOut ? 'Formatted body' : 'Body'}
      text={isLaidOut ? (prepared?.text ?? '') : raw}
      tokens={prepared?.tokens ?? noTokens}
      find={find}
      query={query}
    />
  )
}

type PartProps = Pick<Props, 'body' | 'find' | 'query'> & {
  readonly label: string
  readonly text: string
  readonly tokens: typeof noTokens
}

/** The beginning of a large body, until all of it is asked for or something further on is found. */
function Part({ body, label, text, tokens, find, query }: PartProps) {
  const [isAsked, setIsAsked] = useState(false)
  const first = firstPart(text)
  const { found, current } = find
  const isFoundBeyond = (found.places[current]?.[1] ?? 0) > first.length
  if (isFoundBeyond && !isAsked) setIsAsked(true)
  const isWhole = isAsked || first.length === text.length
  return (
    <>
      <TextView label={label} text={isWhole ? text : first} {...{ tokens, found, current, query }} />
      {!isWhole && (
        <div className={styles.more}>
          <p>This is the beginning. Copy and Find take all of it.</p>
          <Button size="small" onPress={() => setIsAsked(true)}>
            Show all {sizeText(body.sizeBytes)}
          </Button>
        </div>
      )}
    </>
  )
}
