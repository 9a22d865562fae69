import type { ProfileView } from '#shared/profile.ts'
import { TextInput } from '../../components/text-input.tsx'
import { useWorkbenchState } from '../../state/workbench-state.tsx'

type Props = {
  readonly profile: ProfileView
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Where the listener is reached from the internet, for when no tunnel of this app leads to it. */
export function PublicUrlField({ profile, value, onChange }: Props) {
  const { tunnel } = useWorkbenchState()
  if (profile.baseUrl.kind === 'simulator' || tunnel.state.state === 'online') return null
  const isWrong = value !== '' && publicUrlOf(value) === null
  return (
    <TextInput
      label="Public URL"
      type="url"
      value={value}
      onChange={onChange}
      isMono
      isInvalid={isWrong}
      placeholder="https://"
      hint={
        isWrong
          ? 'A whole address, with https://.'
          : 'The tunnel is not online. Start it, or enter an address that leads to the listener.'
      }
      hintTone={isWrong ? 'bad' : 'neutral'}
    />
  )
}

/** The address that was entered; null when it is none. */
export function publicUrlOf(text: string): string | null {
  const url = URL.parse(text.trim())
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}
