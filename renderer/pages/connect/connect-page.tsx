import { useWorkbenchState } from '../../state/workbench-state.tsx'
import { PageFrame } from '../page-frame.tsx'
import { CreateApplication } from './create-application.tsx'
import { Lights } from './lights.tsx'
import { LinkPageSteps } from './link-page-steps.tsx'
import { SandboxAddresses } from './sandbox-addresses.tsx'
import { WebhookAddresses } from './webhook-addresses.tsx'

/** The way from a Vonage account to the first callback here, and back. */
export function ConnectPage() {
  const { profiles, activeProfileId } = useWorkbenchState()
  const profile = profiles.find(({ id }) => id === activeProfileId)
  if (profile === undefined) return null
  const { kind } = profile.baseUrl
  const hasAccount = profile.apiKey !== '' && profile.secrets.apiSecret.state === 'set'
  const isSimulator = kind === 'simulator'
  return (
    <PageFrame title="Connect" lead="What it takes until a message to the Facebook Page arrives here.">
      <Lights key={profile.id} profile={profile} />
      <WebhookAddresses />
      {kind === 'sandbox' && <SandboxAddresses />}
      {!isSimulator && kind !== 'sandbox' && <LinkPageSteps />}
      {!isSimulator && hasAccount && <CreateApplication key={`new of ${profile.id}`} profile={profile} />}
    </PageFrame>
  )
}
