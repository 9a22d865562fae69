import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { TextAreaInput } from '../../components/text-area-input.tsx'
import { explanationOf } from '../../state/explanation-of.ts'
import frame from '../page-frame.module.css'
import { TokenReadingView } from './token-reading-view.tsx'
import { useTokenReading } from './use-token-reading.ts'

type Props = { readonly text: string; readonly onChange: (text: string) => void }

/** Any token, in any text: what it says, and what is the matter with it. */
export function ReadToken({ text, onChange }: Props) {
  const { reading, error } = useTokenReading(text)
  return (
    <Card title="Read a token">
      <div className={frame.form}>
        <TextAreaInput
          label="Token"
          value={text}
          onChange={onChange}
          rows={4}
          isMono
          placeholder="eyJ…"
          hint="Paste a token, an Authorization header or a whole curl command. It is read on this computer."
        />
        {error !== null && <ErrorBox error={explanationOf(error)} />}
        {reading !== undefined && <TokenReadingView key={reading.token} reading={reading} />}
      </div>
    </Card>
  )
}
