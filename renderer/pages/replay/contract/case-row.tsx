import { Check, ChevronRight, X } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { ContractResult } from '#shared/contract-run.ts'
import { CheckList } from '../../../components/check-list.tsx'
import { classNames } from '../../../theme/class-names.ts'
import styles from './contract.module.css'
import { cameWords, exchangeWords } from './contract-words.ts'

/** One case in a line: what was sent and what came. Opened, it shows the checks and the exchanges. */
export function CaseRow({ result }: { readonly result: ContractResult }) {
  const { case: contractCase, isPassed } = result
  const Icon = isPassed ? Check : X
  const word = isPassed ? 'passed' : 'failed'
  return (
    <Disclosure className={classNames(styles.case)}>
      {({ isExpanded }) => (
        <>
          <Heading level={4} className={classNames(styles.caseHeading)}>
            <Button slot="trigger" className={classNames(styles.trigger)}>
              <ChevronRight size={14} aria-hidden />
              <span className={isPassed ? styles.passed : styles.failed} role="img" aria-label={word}>
                <Icon size={14} strokeWidth={2.4} aria-hidden />
              </span>
              <span className={styles.caseTitle}>{contractCase.title}</span>
              <span className={styles.came}>{cameWords(result)}</span>
            </Button>
          </Heading>
          <DisclosurePanel className={classNames(styles.details)}>
            {isExpanded && <CaseDetails result={result} />}
          </DisclosurePanel>
        </>
      )}
    </Disclosure>
  )
}

function CaseDetails({
  result: { case: contractCase, checks, exchanges },
}: {
  readonly result: ContractResult
}) {
  const requests = exchanges.map((exchange, index) => ({ name: `Request ${index + 1}`, exchange }))
  return (
    <>
      <p>
        {contractCase.expectation} <code className={styles.id}>{contractCase.id}</code>
      </p>
      <CheckList label={`Checks of ${contractCase.id}`} checks={checks} detail="all" />
      <ol className={styles.exchanges} aria-label={`Exchanges of ${contractCase.id}`}>
        {requests.map(({ name, exchange }) => (
          <li key={name}>
            <span>{`${name}: ${exchangeWords(exchange)}`}</span>
            {exchange.bodyText !== '' && <code className={styles.body}>{exchange.bodyText}</code>}
          </li>
        ))}
      </ol>
    </>
  )
}
