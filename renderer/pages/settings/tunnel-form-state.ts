import type { SecretChange } from '#shared/profile.ts'
import { TunnelSettings, type TunnelSettingsInput } from '#shared/tunnel.ts'

/** The form as typed. The authtoken holds a change only: what is stored never reaches the page. */
export type TunnelFields = { readonly settings: TunnelSettings; readonly authtoken: SecretChange }

export type TunnelProblems = Readonly<Partial<Record<keyof TunnelSettings, string>>>

/** What keeps the form from being saved, by field. */
export function tunnelProblems({ settings }: TunnelFields): TunnelProblems {
  const read = TunnelSettings.safeParse(settings)
  const issues = read.success ? [] : read.error.issues
  const hasNoUrl = settings.driver === 'pasted-url' && settings.pastedUrl.trim() === ''
  return {
    ...Object.fromEntries(issues.map(({ path, message }) => [String(path[0]), message])),
    ...(hasNoUrl && { pastedUrl: 'Enter the address that leads to the listener.' }),
  }
}

/** What is saved. An emptied authtoken field changes nothing. */
export function tunnelInput({ settings, authtoken }: TunnelFields): TunnelSettingsInput {
  const isEmpty = authtoken.do === 'set' && authtoken.value.trim() === ''
  return { settings, authtoken: isEmpty ? { do: 'keep' } : authtoken }
}
