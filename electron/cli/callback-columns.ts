import type { CallbackRow } from '#shared/callback.ts'
import type { TableColumn } from '#shared/terminal/fit-table.ts'
import { printable } from '#shared/terminal/printable.ts'

/** The columns of a list of callbacks. Names of people stand for their PSIDs. */
export function callbackColumns(
  nameOf: (psid: string) => string | undefined,
): readonly TableColumn<CallbackRow>[] {
  const person = ({ psid }: CallbackRow) => (psid === null ? '' : (nameOf(psid) ?? psid))
  return [
    { title: 'Received', textOf: ({ receivedAtMs }) => localTime(receivedAtMs), dispensable: 0 },
    { title: 'Kind', textOf: ({ kind }) => kind, dispensable: 4 },
    { title: 'Type', textOf: ({ type }) => printable(type).slice(0, 24), dispensable: 0 },
    { title: 'Person', textOf: (row) => printable(person(row)).slice(0, 24), dispensable: 2 },
    { title: 'Signature', textOf: ({ signature }) => signature, dispensable: 1 },
    { title: 'Answer', textOf: answerText, dispensable: 3 },
    { title: 'Summary', textOf: ({ summary }) => printable(summary), dispensable: 0 },
  ]
}

/** The status of the last answer, and how often the event was delivered where that was more than once. */
function answerText({ answer, attempts }: CallbackRow): string {
  const status = answer === null ? 'none' : String(answer.httpStatus)
  return attempts === 1 ? status : `${status} ×${attempts}`
}

/** As the filter reads moments, without the year: `11-20 14:30:05`. */
function localTime(atMs: number): string {
  const at = new Date(atMs)
  const two = (value: number) => String(value).padStart(2, '0')
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(':')
  return `${two(at.getMonth() + 1)}-${two(at.getDate())} ${clock}`
}
