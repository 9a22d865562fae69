import { useRef, useState } from 'react'
import { PageFrame } from '../page-frame.tsx'
import { MakeToken } from './make-token.tsx'
import { ReadToken } from './read-token.tsx'
import styles from './tokens.module.css'

const LEAD =
  'Tokens for calls of the Messages API, and the ones in signed callbacks. Keys and secrets stay in the workbench.'

/** Make a token, and find out what is the matter with one. */
export function TokensPage() {
  const [text, setText] = useState('')
  const reading = useRef<HTMLDivElement>(null)
  const check = (token: string) => {
    setText(token)
    reading.current?.scrollIntoView({ block: 'start' })
    reading.current?.querySelector('textarea')?.focus()
  }
  return (
    <PageFrame title="Tokens" lead={LEAD} isWide>
      <div className={styles.sides}>
        <MakeToken onCheck={check} />
        <div ref={reading}>
          <ReadToken text={text} onChange={setText} />
        </div>
      </div>
    </PageFrame>
  )
}
