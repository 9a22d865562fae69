import { ArrowDown, Check, CheckCheck, CircleHelp, X } from 'lucide-react'
import type { CallbackRow } from '#shared/callback.ts'
import { isFailedStatus } from '#shared/messenger/failed-status.ts'

/** A sign for the kind of a callback, beside the word. */
export function KindIcon({ row }: { readonly row: Pick<CallbackRow, 'kind' | 'type'> }) {
  const Icon = iconOf(row)
  return <Icon size={15} strokeWidth={2.2} aria-hidden />
}

function iconOf({ kind, type }: Pick<CallbackRow, 'kind' | 'type'>) {
  if (kind === 'inbound') return ArrowDown
  if (kind === 'other') return CircleHelp
  if (isFailedStatus(type)) return X
  return type === 'delivered' || type === 'read' ? CheckCheck : Check
}
