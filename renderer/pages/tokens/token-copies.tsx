import { Copy } from 'lucide-react'
import { tokenCopy, tokenCurl } from '#shared/messenger/token-copies.ts'
import type { MadeToken } from '#shared/token.ts'
import type { WorkbenchState } from '#shared/workbench-state.ts'
import { useCopy } from '../../clipboard/use-copy.ts'
import { Button } from '../../components/button.tsx'
import { clockTime } from '../../format/format-time.ts'
import { useWorkbenchState } from '../../state/workbench-state.tsx'

const FORMS = [
  { form: 'token', label: 'Copy token', what: 'token' },
  { form: 'header', label: 'Copy header', what: 'Authorization header' },
  { form: 'export', label: 'Copy export JWT=…', what: 'export line' },
] as const

/** The buttons that copy a live token, each saying how long the copy works. */
export function TokenCopies({ made }: { readonly made: MadeToken }) {
  const copy = useCopy()
  const target = curlTarget(made.profileId, useWorkbenchState())
  const untilMs = made.validity.untilMs
  const until = untilMs === null ? '' : `It works until ${clockTime(untilMs)}.`
  return (
    <>
      {FORMS.map(({ form, label, what }) => (
        <Button
          key={form}
          size="small"
          onPress={() => copy({ text: tokenCopy(form, made.token), what, note: until })}
        >
          <Copy size={14} aria-hidden />
          {label}
        </Button>
      ))}
      {target !== null && (
        <Button
          size="small"
          onPress={() =>
            copy({
              text: tokenCurl(made.token, target),
              what: 'curl command',
              note: `${until} ${target.note}`,
            })
          }
        >
          <Copy size={14} aria-hidden />
          Copy curl
        </Button>
      )}
    </>
  )
}

/** The simulator's ids are known; of other applications the person has to fill in their own. Null: nowhere to send. */
function curlTarget(profileId: string, { profiles, simulator }: WorkbenchState) {
  const profile = profiles.find(({ id }) => id === profileId)
  if (profile === undefined || profile.messagesUrl === null) return null
  const baseUrl = profile.messagesUrl
  if (profile.baseUrl.kind !== 'simulator' || simulator.state !== 'running') {
    return { baseUrl, from: 'PAGE_ID', to: 'PSID', note: 'Put your Page ID and a PSID in.' }
  }
  return { baseUrl, from: simulator.settings.pageId, to: simulator.people[0]?.psid ?? 'PSID', note: '' }
}
