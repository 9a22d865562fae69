import { Check, Download, X } from 'lucide-react'
import type { ContractRun } from '#shared/contract-run.ts'
import { type ContractFinding, contractFindings } from '#shared/messenger/contract-findings.ts'
import { contractJsonLines } from '#shared/messenger/contract-json-lines.ts'
import { countResults, extentWords, headline } from '#shared/messenger/contract-words.ts'
import { junitReport } from '#shared/messenger/junit-report.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { ErrorBox } from '../../../components/error-box.tsx'
import { durationText } from '../../../format/format-duration.ts'
import { fullTime } from '../../../format/format-time.ts'
import styles from './contract.module.css'
import { saveFile } from './save-file.ts'

/** How a run went in plain words: the counts, and each thing that is wrong with the server. */
export function ContractSummary({ run }: { readonly run: ContractRun }) {
  const isOver = run.state !== 'running'
  // What failed cases have in common is known when there are no more to come.
  const findings = isOver ? contractFindings(run.results) : []
  return (
    <Card title="Result" aside={isOver && run.results.length > 0 ? <ExportButtons run={run} /> : undefined}>
      <div className={styles.summary}>
        <div className={styles.headline}>
          <VerdictSign run={run} />
          <p className={styles.verdict}>{headline(run)}</p>
        </div>
        <p className={styles.dim}>
          {run.targetName}, {run.url} · {fullTime(run.startedAtMs, Date.now())}
          {isOver && ` · ${durationText(run.durationMs)}`}
        </p>
        {run.error !== null && <ErrorBox error={run.error} />}
        {findings.length > 0 && (
          <ul className={styles.findings} aria-label="What is wrong">
            {findings.map((finding) => (
              <Finding key={finding.id} finding={finding} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

/** Repeats what the headline says. */
function VerdictSign({ run: { state, results } }: { readonly run: ContractRun }) {
  const { failed } = countResults(results)
  if (failed > 0) return <X size={18} strokeWidth={2.4} aria-hidden className={styles.failed} />
  if (state !== 'finished') return null
  return <Check size={18} strokeWidth={2.4} aria-hidden className={styles.passed} />
}

function Finding({ finding }: { readonly finding: ContractFinding }) {
  return (
    <li className={styles.finding}>
      <p>
        <strong>{finding.sentence}</strong>
        <span className={styles.extent}>{extentWords(finding)}</span>
      </p>
      <p className={styles.dim}>
        {finding.why} {finding.fix}
      </p>
    </li>
  )
}

function ExportButtons({ run }: { readonly run: ContractRun }) {
  const name = `contract-run-${new Date(run.startedAtMs).toISOString().slice(0, 19).replaceAll(':', '-')}`
  return (
    <span className={styles.exports}>
      <Button size="small" onPress={() => saveFile(`${name}.xml`, 'application/xml', junitReport(run))}>
        <Download size={14} aria-hidden />
        JUnit XML
      </Button>
      <Button
        size="small"
        onPress={() => saveFile(`${name}.jsonl`, 'application/jsonl', contractJsonLines(run))}
      >
        <Download size={14} aria-hidden />
        JSON lines
      </Button>
    </span>
  )
}
