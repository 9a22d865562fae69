import { writeFileSync } from 'node:fs'
import type { ContractRun } from '#shared/contract-run.ts'
import { WorkbenchError } from '#shared/errors.ts'
import { contractCases } from '#shared/messenger/contract-cases.ts'
import { contractFindings } from '#shared/messenger/contract-findings.ts'
import { contractJsonLines } from '#shared/messenger/contract-json-lines.ts'
import { extentWords, headline } from '#shared/messenger/contract-words.ts'
import { junitReport } from '#shared/messenger/junit-report.ts'
import type { Profile } from '#shared/profile.ts'
import { type Target, TargetInput } from '#shared/target.ts'
import { printable } from '#shared/terminal/printable.ts'
import { createLog } from '../log/log.ts'
import { isLoopbackHost } from '../loopback/is-loopback-host.ts'
import { openContractRuns } from '../open-contract-runs.ts'
import type { Secrets } from '../settings/secrets.ts'
import { type ProfileWish, profileFor, requireSignatureSecret } from './profile-for.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { withCleanup } from './with-cleanup.ts'

export type ContractOptions = {
  readonly url: string
  readonly inboundPath: string
  readonly statusPath: string
  readonly allowHost?: boolean
  readonly junit?: string
  readonly jsonLines?: string
}

type Deps = { readonly terminal: Terminal; readonly signal: AbortSignal }

/**
 * Runs the contract against a webhook server and prints what is wrong with it. Resolves with whether it passed; throws
 * where the run did not come to its end.
 */
export async function runContract(
  options: ContractOptions,
  wish: ProfileWish,
  { terminal, signal }: Deps,
): Promise<boolean> {
  const { profile, secrets } = await profileFor(wish)
  requireSignatureSecret(profile, secrets)
  const target = targetOf(options)
  const run = await withCleanup((cleanup) =>
    fireAll({ target, profile, secrets }, { terminal, signal, cleanup }),
  )
  await printRun(run, profile.name, terminal)
  writeReports(run, options)
  return outcomeOf(run)
}

type Firing = {
  readonly target: Target
  readonly profile: Profile
  readonly secrets: Pick<Secrets, 'get'>
}

/** Resolves with the run when it has ended, however that was. */
async function fireAll(
  { target, profile, secrets }: Firing,
  { terminal, signal, cleanup }: Deps & { readonly cleanup: AsyncDisposableStack },
): Promise<ContractRun> {
  const ended = Promise.withResolvers<ContractRun>()
  const runs = openContractRuns({
    config: { log: createLog('error') },
    events: {
      contractRuns: {
        publish() {
          const run = runs.last()
          if (run === null) return
          terminal.progress(headline(run))
          if (run.state !== 'running') ended.resolve(run)
        },
      },
    },
    targets: { find: () => target, objectionTo: () => null },
    profiles: { active: () => profile },
    secrets,
    cleanup,
  })
  const id = runs.start(target.id)
  signal.addEventListener('abort', () => runs.cancel(id))
  return await ended.promise
}

/** Throws UsageError for an address that is none, or that nobody has allowed. */
function targetOf({ url, inboundPath, statusPath, allowHost }: ContractOptions): Target {
  const host = URL.canParse(url) ? new URL(url).host : null
  const entered = { name: host ?? 'server', baseUrl: url, inboundPath, statusPath, allowedHost: host }
  const { success, data, error } = TargetInput.safeParse({ ...entered, id: null })
  if (!success) throw new UsageError(error.issues.map(({ message }) => message).join('\n'))
  if (allowHost !== true && !isLoopbackHost(new URL(url).hostname)) {
    throw new UsageError(
      `${host} is not this computer.\nA contract run sends ${contractCases.length} callbacks, most of them faulty on purpose.\nAdd --allow-host if they may be sent there.`,
    )
  }
  return { ...data, id: 'command-line', profileId: 'command-line' }
}

async function printRun(run: ContractRun, signedAs: string, terminal: Terminal): Promise<void> {
  const findings = contractFindings(run.results).map((finding) =>
    [`✗ ${finding.sentence} (${extentWords(finding)})`, `  ${finding.why}`, `  ${finding.fix}`].join('\n'),
  )
  await terminal.print(
    [`Contract at ${run.url}, signed as ${signedAs}`, `${headline(run)}.`, ...findings]
      .map((text) => text.split('\n').map(printable).join('\n'))
      .join('\n\n'),
  )
}

function writeReports(run: ContractRun, { junit, jsonLines }: ContractOptions): void {
  if (junit !== undefined) writeReport(junit, junitReport(run))
  if (jsonLines !== undefined) writeReport(jsonLines, contractJsonLines(run))
}

function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw new WorkbenchError({
      code: 'FILE_FAILED',
      what: `${path} could not be written.`,
      why: error instanceof Error ? error.message : 'There was no reason given.',
      fix: 'Check that its folder is there and can be written.',
    })
  }
}

function outcomeOf(run: ContractRun): boolean {
  if (run.state === 'finished') return run.results.every(({ isPassed }) => isPassed)
  if (run.error === null) throw new UsageError('The contract run was cancelled.')
  throw new UsageError([run.error.what, run.error.why, `${run.error.fix} (${run.error.code})`].join('\n'))
}
