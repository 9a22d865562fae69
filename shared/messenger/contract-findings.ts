import type { ContractResult } from '../contract-run.ts'
import { type ContractTreatment, contractTreatmentOf, contractTreatments } from './contract-cases.ts'
import { contractScope, subjectKey } from './contract-scope.ts'
import { contractChecks, countingExchanges } from './judge-contract-case.ts'

/** One thing that is wrong with a webhook server, and how many cases show it. */
export type ContractFinding = {
  readonly id: string
  /** In plain words: `Accepts unsigned callbacks`. */
  readonly sentence: string
  readonly failed: number
  /** How many cases of that sort were tried. */
  readonly of: number
  /** Cases of other sorts that fail only because this is so. */
  readonly consequences: number
  readonly why: string
  readonly fix: string
}

/**
 * What is wrong with a server, gravest first: failed cases of one sort are one finding, restricted to what they have in
 * common. A case that got the very answer that the valid callback of its kind got is a consequence of that one.
 */
export function contractFindings(results: readonly ContractResult[]): readonly ContractFinding[] {
  return [
    ...contractTreatments.flatMap((treatment) => wrongAnswers(treatment, results)),
    ...differentRepeats(results),
    ...lateAnswers(results),
  ]
}

function wrongAnswers(
  treatment: ContractTreatment,
  results: readonly ContractResult[],
): readonly ContractFinding[] {
  const tried = results.filter((result) => contractTreatmentOf(result.case) === treatment)
  const isPlain = treatment.name === 'valid'
  const wrong = tried.filter((result) => isWrong(result) && (isPlain || !isConsequence(result, results)))
  return [...Map.groupBy(wrong, reaction)].map(([verb, some]) => ({
    id: `${treatment.name}/${verb}`,
    sentence: `${verb} ${treatment.words(scopeOf(some, tried))}`,
    failed: some.length,
    of: tried.length,
    consequences: isPlain ? consequences(some, results) : 0,
    why: treatment.why,
    fix: isPlain ? plainFix(verb, treatment.fix) : treatment.fix,
  }))
}

function differentRepeats(results: readonly ContractResult[]): readonly ContractFinding[] {
  const tried = results.filter((result) => result.case.fault === 'duplicate')
  const some = tried.filter((result) => hasFailed(result, contractChecks.sameAnswer))
  const [first] = some
  if (first === undefined) return []
  const { why, fix } = contractTreatmentOf(first.case)
  return [
    {
      id: contractChecks.sameAnswer,
      sentence: `Answers repeated ${scopeOf(some, tried)} differently`,
      ...{ failed: some.length, of: tried.length, consequences: 0, why, fix },
    },
  ]
}

/** What takes long does so whatever else is wrong with the callback, so these are one finding. */
function lateAnswers(results: readonly ContractResult[]): readonly ContractFinding[] {
  const late = results.filter((result) => hasFailed(result, contractChecks.inTime))
  const check = late[0]?.checks.find(({ id }) => id === contractChecks.inTime)
  if (check === undefined) return []
  const subjects = new Set(late.map((result) => subjectKey(result.case)))
  const tried = results.filter((result) => subjects.has(subjectKey(result.case)))
  return [
    {
      id: contractChecks.inTime,
      sentence: `Answers ${scopeOf(late, results)} too late`,
      ...{ failed: late.length, of: tried.length, consequences: 0, why: check.why, fix: check.fix },
    },
  ]
}

function consequences(plain: readonly ContractResult[], results: readonly ContractResult[]): number {
  return results.filter(
    (result) => result.case.fault !== null && isWrong(result) && isConsequence(result, plain),
  ).length
}

function isConsequence(result: ContractResult, results: readonly ContractResult[]): boolean {
  const plain = results.find(
    ({ case: { fault, ...subject } }) => fault === null && subjectKey(subject) === subjectKey(result.case),
  )
  return plain !== undefined && isWrong(plain) && reaction(plain) === reaction(result)
}

function isWrong(result: ContractResult): boolean {
  return hasFailed(result, contractChecks.answer)
}

function hasFailed({ checks }: ContractResult, checkId: string): boolean {
  return checks.some(({ id, ok }) => id === checkId && ok === false)
}

/** What the server did, as the verb of a sentence. */
function reaction(result: ContractResult): string {
  const httpStatus = countingExchanges(result)[0]?.httpStatus ?? null
  if (httpStatus === null) return 'Gives no answer to'
  return httpStatus >= 200 && httpStatus < 300 ? 'Accepts' : `Answers ${httpStatus} to`
}

/** What keeps a server from taking any callback at all is seldom the server. */
function plainFix(verb: string, usual: string): string {
  if (/ 40[13] /.test(verb)) return 'Give the server the signature secret of the profile in use here.'
  if (/ 40[45] /.test(verb)) return 'Check the paths of the target against the routes of the server.'
  return usual
}

function scopeOf(some: readonly ContractResult[], all: readonly ContractResult[]): string {
  return contractScope(
    some.map((result) => result.case),
    all.map((result) => result.case),
  )
}
