import type { WorkbenchError } from '#shared/errors.ts'
import { type Target, type TargetInput, usualTarget } from '#shared/target.ts'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'
import type { SettingsService } from '../settings/settings.ts'
import { hostNotAllowed, targetIsHere, targetNotFound } from './target-faults.ts'

type Deps = {
  readonly settings: SettingsService
  readonly activeProfileId: () => string
  /** Ports of this computer that this app itself listens on. */
  readonly ownPorts: () => readonly number[]
  /** The host (and port) the listener is reached at from the internet; null for none. */
  readonly publicHost: () => string | null
  readonly newId: () => string
  readonly onChange: () => void
}

export type Targets = ReturnType<typeof createTargets>

/** The webhook servers of every profile: its own ones or, until one is saved, the usual one. */
export function createTargets({ settings, activeProfileId, newId, onChange, ...own }: Deps) {
  const stored = () => settings.get().targets

  function ofProfile(profileId: string): readonly Target[] {
    const saved = stored().filter((target) => target.profileId === profileId)
    return saved.length > 0 ? saved.map(known) : [{ ...usualTarget, id: `usual:${profileId}`, profileId }]
  }

  /** Of the profile in use. Throws TARGET_NOT_FOUND. */
  function find(id: string): Target {
    const target = ofProfile(activeProfileId()).find((one) => one.id === id)
    if (target === undefined) throw targetNotFound()
    return target
  }

  /** Why nothing may be sent there: TARGET_HOST_NOT_ALLOWED or TARGET_IS_HERE; null when it may. */
  function objectionTo({
    baseUrl,
    allowedHost,
  }: Pick<Target, 'baseUrl' | 'allowedHost'>): WorkbenchError | null {
    const { host } = new URL(baseUrl)
    if (host === own.publicHost()) return targetIsHere(host)
    if (isThisComputer(baseUrl)) return own.ownPorts().includes(portOf(baseUrl)) ? targetIsHere(host) : null
    return allowedHost === host ? null : hostNotAllowed(host)
  }

  return {
    ofProfile,
    /** Those of the profile in use; never empty. */
    list: () => ofProfile(activeProfileId()),
    find,
    objectionTo,
    /** Creates (id null) or changes a target. Throws TARGET_NOT_FOUND, TARGET_HOST_NOT_ALLOWED or TARGET_IS_HERE. */
    save(input: TargetInput): string {
      if (input.id !== null) find(input.id)
      const objection = objectionTo(input)
      if (objection !== null) throw objection
      const target: Target = { ...input, id: input.id ?? newId(), profileId: activeProfileId() }
      const isStored = stored().some(({ id }) => id === target.id)
      const targets = isStored
        ? stored().map((one) => (one.id === target.id ? { ...one, ...target } : one))
        : [...stored(), target]
      settings.update({ targets })
      onChange()
      return target.id
    },
    /** Throws TARGET_NOT_FOUND. */
    remove(id: string): void {
      find(id)
      settings.update({ targets: stored().filter((target) => target.id !== id) })
      onChange()
    },
  }
}

/** The settings may hold members that this version does not know: they stay there. */
function known({ id, profileId, name, baseUrl, inboundPath, statusPath, allowedHost }: Target): Target {
  return { id, profileId, name, baseUrl, inboundPath, statusPath, allowedHost }
}

/** The addresses that mean "any of mine" lead here as well. */
function isThisComputer(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl)
  return isLoopbackHost(hostname) || hostname === '0.0.0.0' || hostname === '[::]'
}

function portOf(baseUrl: string): number {
  const { port, protocol } = new URL(baseUrl)
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}
