import type { Check } from '#shared/check.ts'
import { CheckList } from '../../components/check-list.tsx'

type Props = { readonly checks: readonly Check[]; readonly isDetailed?: boolean }

/** The rungs of a callback's signature. */
export function SignatureChecks({ checks, isDetailed = false }: Props) {
  return <CheckList label="Signature checks" checks={checks} detail={isDetailed ? 'all' : 'title'} />
}
