import { Fragment } from 'react'
import { highlightRanges, type TextRange } from '#shared/search/highlight.ts'
import type { SearchQuery } from '#shared/search/query.ts'
import { shortId } from '../format/short-id.ts'
import styles from './highlighted.module.css'

/** A text in which the parts that a filter found are marked. */
export function Highlighted({ text, query }: { readonly text: string; readonly query: SearchQuery }) {
  return <Marked text={text} ranges={highlightRanges(text, query)} />
}

/** A long id shortened, marked as a whole where the filter found any part of it. */
export function HighlightedId({ id, query }: { readonly id: string; readonly query: SearchQuery }) {
  const text = shortId(id)
  const isFound = highlightRanges(id, query).length > 0
  return <Marked text={text} ranges={isFound ? [{ start: 0, end: text.length }] : []} />
}

/** A text with these parts of it marked. */
export function Marked({ text, ranges }: { readonly text: string; readonly ranges: readonly TextRange[] }) {
  if (ranges.length === 0) return text
  return (
    <>
      {ranges.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(ranges[index - 1]?.end ?? 0, start)}
          <mark className={styles.mark}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(ranges.at(-1)?.end ?? 0)}
    </>
  )
}
