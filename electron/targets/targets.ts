import type { WorkbenchError } from '#shared/errors.ts'
import type { ForwardSettings } from '#shared/forward.ts'
import { type Target, type TargetInput, usualTarget, usualTargetId } from '#shared/target.ts'
import { placeOf } from '../http/network-failure.ts'
import { isThisComputer } from '../loopback/is-this-computer.ts'
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

/** The webhook servers of every profile: at first the usual one, which stays, with its id, until it is deleted. */
export function createTargets({ settings, activeProfileId, newId, onChange, ...own }: Deps) {
  const stored = () => settings.get().targets

  function storedOrUsual(profileId: string): readonly Target[] {
    const saved = stored().filter((target) => target.profileId === profileId)
    return saved.length > 0 ? saved : [{ ...usualTarget, id: usualTargetId(profileId), profileId }]
  }

  const ofProfile = (profileId: string): readonly Target[] => storedOrUsual(profileId).map(known)

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
    const { host, hostname } = new URL(baseUrl)
    if (withoutRootDot(host) === own.publicHost()) return targetIsHere(host)
    if (isThisComputer(hostname))
      return own.ownPorts().includes(placeOf(new URL(baseUrl)).port) ? targetIsHere(host) : null
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
      const profileId = activeProfileId()
      const target: Target = { ...input, id: input.id ?? newId(), profileId }
      // Until now the usual one was there without being stored; forwarding or the simulator may point to it.
      const listed = [...stored().filter((one) => one.profileId !== profileId), ...storedOrUsual(profileId)]
      settings.update({ targets: withTarget(listed, target) })
      onChange()
      return target.id
    },
    /** Also ends forwarding to it. Throws TARGET_NOT_FOUND. */
    remove(id: string): void {
      find(id)
      // The usual one may come back under its id, where nobody asked for forwarding.
      const forwards = withoutForwardingTo(id, settings.get().forwards)
      settings.update({ targets: stored().filter((target) => target.id !== id), forwards })
      onChange()
    },
  }
}

function withTarget(targets: readonly Target[], target: Target): Target[] {
  return targets.some(({ id }) => id === target.id)
    ? targets.map((one) => (one.id === target.id ? { ...one, ...target } : one))
    : [...targets, target]
}

function withoutForwardingTo<T extends Pick<ForwardSettings, 'isOn' | 'targetId'>>(
  id: string,
  forwards: Readonly<Record<string, T>>,
): Record<string, T> {
  const ended = Object.entries(forwards).map(
    ([profileId, one]) => [profileId, one.targetId === id ? { ...one, isOn: false } : one] as const,
  )
  return Object.fromEntries(ended)
}

/** The settings may hold members that this version does not know: they stay there. */
function known({ id, profileId, name, baseUrl, inboundPath, statusPath, allowedHost }: Target): Target {
  return { id, profileId, name, baseUrl, inboundPath, statusPath, allowedHost }
}

/** A name may end with the dot of the DNS root: it is the same name. */
function withoutRootDot(host: string): string {
  return host.replace(/\.(?=:|$)/, '')
}
