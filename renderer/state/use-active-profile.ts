import type { ProfileView } from '#shared/profile.ts'
import { useWorkbenchState } from './workbench-state.tsx'

/** The profile that replies go out with. */
export function useActiveProfile(): Pick<ProfileView, 'messagesUrl'> {
  const { profiles, activeProfileId } = useWorkbenchState()
  return profiles.find(({ id }) => id === activeProfileId) ?? { messagesUrl: null }
}
