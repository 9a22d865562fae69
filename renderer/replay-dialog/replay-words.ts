import { assertNever } from '#shared/assert-never.ts'
import { countText } from '#shared/count-text.ts'
import { numberText } from '#shared/number-text.ts'
import type { SecretView } from '#shared/profile.ts'
import type { ReplayRun, ReplaySelection } from '#shared/replay.ts'
import { everything } from '#shared/search/filter-text.ts'
import type { TargetDelivery } from '#shared/target.ts'
import { durationText } from '../format/format-duration.ts'
import { shortId } from '../format/short-id.ts'
import type { ContentKind } from './replay-fields.ts'

/** Which callbacks the dialog is about. */
export function selectionWords(selection: ReplaySelection): string {
  switch (selection.kind) {
    case 'callbacks':
      return selection.seqs.length === 1 ? 'The callback you chose.' : 'The callbacks you selected.'
    case 'filter':
      return selection.filter === everything
        ? 'All that are captured.'
        : `All that match ${selection.filter}, in the list or not.`
    case 'conversation':
      return `Everything between person ${shortId(selection.psid)} and Page ${shortId(selection.pageId)}.`
    default:
      return assertNever(selection)
  }
}

type Signing = { readonly text: string; readonly tone: 'neutral' | 'warn' }

/** How what is sent will be signed, with the secret of the profile in use. */
export function signingWords(content: ContentKind, secret: SecretView | undefined, profile: string): Signing {
  if (content === 'exact') {
    return {
      text: 'Sent with the signature it came with. A server that refuses old tokens will refuse it.',
      tone: 'neutral',
    }
  }
  if (secret?.state === 'set') {
    return { text: `Signed anew with the signature secret of “${profile}”.`, tone: 'neutral' }
  }
  const lack =
    secret?.state === 'unreadable'
      ? `The signature secret of “${profile}” cannot be read: ${secret.reason}`
      : `“${profile}” has no signature secret.`
  const instead =
    content === 'fresh-signature'
      ? 'Nothing can be signed without it.'
      : 'What is changed goes out under the captured signature, which does not fit it any more.'
  return { text: `${lack} ${instead}`, tone: 'warn' }
}

/** A run on its way: `37 of 400 replayed to My server`. */
export function progressWords({ sent, total, targetName }: ReplayRun): string {
  return `${numberText(sent)} of ${numberText(total)} replayed to ${targetName}`
}

/** A run of several that has ended. */
export function runWords(run: ReplayRun): string {
  const failed =
    run.failed === 0
      ? 'all answered 2xx'
      : `${numberText(run.ok)} answered 2xx, ${numberText(run.failed)} did not`
  const sent = `${countText(run.sent, 'callback')} replayed to ${run.targetName} in ${durationText(run.durationMs)}`
  switch (run.state) {
    case 'running':
      return progressWords(run)
    case 'finished':
      return `${sent}: ${failed}.`
    case 'cancelled':
      return `Cancelled. ${sent}: ${failed}.`
    case 'interrupted':
      return `Interrupted. ${sent}: ${failed}.`
  }
}

/** What came of one callback that was replayed, in a sentence; null for a failure, which explains itself. */
export function oneResultWords({ outcome, durationMs, targetName }: TargetDelivery): string | null {
  switch (outcome.kind) {
    case 'answered':
      return `${targetName} answered ${outcome.httpStatus} in ${durationText(durationMs)}.`
    case 'held-back':
      return `Not sent to ${targetName}. ${outcome.reason}`
    case 'failed':
      return null
  }
}
