import { VisuallyHidden } from 'react-aria-components'
import { Tag } from './tag.tsx'

/** How often the same was delivered: `×3`. */
export function RepeatTag({ count }: { readonly count: number }) {
  const words = `delivered ${count} times`
  return (
    <span title={words}>
      <Tag>
        <span aria-hidden>×{count}</span>
        <VisuallyHidden>{words}</VisuallyHidden>
      </Tag>
    </span>
  )
}
