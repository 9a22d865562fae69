import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RetryClockSpeed, RetryClockView, RetryTrigger } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { ErrorBox } from '../../components/error-box.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { clockTime } from '../../format/format-time.ts'
import { explanationOf } from '../../state/explanation-of.ts'
import { DueTable } from './due-table.tsx'
import styles from './retry-clock-panel.module.css'
import { clockAt, tickMs } from './retry-clock-times.ts'

const SPEEDS: readonly { readonly value: string; readonly label: string; readonly speed: RetryClockSpeed }[] =
  [
    { value: '0', label: 'Stopped', speed: 0 },
    { value: '1', label: '1×', speed: 1 },
    { value: '60', label: '60×', speed: 60 },
    { value: '3600', label: '3600×', speed: 3600 },
  ]

const NOTHING_DUE: Readonly<Record<RetryTrigger, string>> = {
  'server-errors':
    'Nothing is due: a callback that is answered 429 or 5xx, or not at all, is delivered again on Vonage’s schedule.',
  'any-non-200':
    'Nothing is due: a callback that is answered anything but 200 is delivered again on Vonage’s schedule.',
  off: 'Nothing is due: the settings say that no callback is delivered again.',
}

type Props = { readonly clock: RetryClockView; readonly trigger: RetryTrigger }

/**
 * What will be delivered again, on a clock that can run fast or by step. The clock stays when nothing is due: a callback
 * that is under way may be due again a moment later.
 */
export function RetryClockPanel({ clock, trigger }: Props) {
  const { setRetryClock, stepRetryClock, dropRetries } = useWorkbench()
  const nowMs = useTicking(tickMs(clock.speed))
  const isNothingDue = clock.dueCount === 0
  const { mutate, error } = useMutation({ mutationFn: (change: () => Promise<unknown>) => change() })
  return (
    <>
      <Card title="Clock of the retries">
        <div className={styles.clock}>
          <p className={styles.time} role="timer" aria-label="Clock of the retries">
            {clockTime(clockAt(clock, nowMs))}
          </p>
          <Segmented
            label="Speed of the clock"
            value={String(clock.speed)}
            options={SPEEDS}
            onChange={(chosen) => {
              const speed = SPEEDS.find(({ value }) => value === chosen)?.speed ?? 1
              mutate(() => setRetryClock({ speed }))
            }}
          />
          <div className={styles.buttons}>
            <Button isBusy={isNothingDue} onPress={() => mutate(() => stepRetryClock({}))}>
              Step to the next
            </Button>
            <Button look="danger" isBusy={isNothingDue} onPress={() => mutate(() => dropRetries({}))}>
              Drop all
            </Button>
          </div>
          {error !== null && <ErrorBox error={explanationOf(error)} />}
        </div>
      </Card>
      {isNothingDue ? (
        <p className={styles.none}>{NOTHING_DUE[trigger]}</p>
      ) : (
        <DueTable clock={clock} nowMs={nowMs} />
      )}
    </>
  )
}

function useTicking(everyMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return nowMs
}
