import { Copy } from 'lucide-react'
import type { SearchQuery } from '#shared/search/query.ts'
import { useCopy } from '../../clipboard/use-copy.ts'
import { Button } from '../../components/button.tsx'
import { Highlighted } from '../../components/highlighted.tsx'
import styles from './headers-table.module.css'

type Props = {
  readonly headers: readonly (readonly [string, string])[]
  /** What is marked in them. */
  readonly query?: SearchQuery
}

/** The headers in the order and letter case they came in. */
export function HeadersTable({ headers, query = [] }: Props) {
  const copy = useCopy()
  const lines = headers.map(([name, value], place) => ({ name, value, place }))
  const text = headers.map(([name, value]) => `${name}: ${value}`).join('\n')
  return (
    <>
      <div className={styles.bar}>
        <Button size="small" onPress={() => copy({ text, what: 'headers' })}>
          <Copy size={13} aria-hidden />
          Copy all
        </Button>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Header</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, value, place }) => (
            <tr key={place}>
              <th scope="row">{name}</th>
              <td>
                <Highlighted text={value} query={query} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
