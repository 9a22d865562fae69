import type { ContractExchange, ContractResult } from '#shared/contract-run.ts'
import { durationText } from '../../../format/format-duration.ts'

/** What a request met: `200 in 12 ms`, or why there was no answer. */
export function exchangeWords({ httpStatus, durationMs, failure }: ContractExchange): string {
  if (httpStatus === null) return failure ?? 'no answer'
  return `${httpStatus} in ${durationText(durationMs)}`
}

/** What came of a case, short: `200`, `200, 409`, `no answer`. */
export function cameWords({ exchanges }: ContractResult): string {
  return exchanges.map(({ httpStatus, failure }) => httpStatus ?? shortFailure(failure)).join(', ')
}

function shortFailure(failure: string | null): string {
  return failure?.startsWith('cut off') === true ? 'cut off' : 'no answer'
}
