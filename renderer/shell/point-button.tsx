import { Button } from '../components/button.tsx'
import { isPointedHere } from '../pages/connect/is-pointed-here.ts'
import { PointDialog } from '../pages/connect/point-dialog.tsx'
import { useWorkbenchState } from '../state/workbench-state.tsx'
import { goToPage } from './go-to-page.ts'

/** Points the profile's application here; there only when that can work. */
export function PointButton() {
  const state = useWorkbenchState()
  const { profiles, activeProfileId, listener } = state
  const profile = profiles.find(({ id }) => id === activeProfileId)
  if (profile === undefined || listener.state !== 'listening') return null
  const { apiKey, baseUrl, secrets } = profile
  if (isPointedHere(profile, state)) {
    return (
      <Button size="small" onPress={() => goToPage('connect')}>
        Application is pointed here
      </Button>
    )
  }
  const canAsk = apiKey !== '' && secrets.apiSecret.state === 'set' && baseUrl.kind !== 'sandbox'
  if (!canAsk) return null
  return <PointDialog profile={profile} trigger={<Button size="small">Point application here</Button>} />
}
