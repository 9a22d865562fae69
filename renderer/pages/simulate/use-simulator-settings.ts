import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SimulatorSettings } from '#shared/simulator.ts'
import { useWorkbench } from '../../bridge/workbench-client.tsx'

/**
 * The simulator's settings with the changes that are being saved: a second change right after a first one must not
 * start from what was stored before both.
 */
export function useSimulatorSettings(stored: SimulatorSettings) {
  const { saveSimulatorSettings } = useWorkbench()
  const [wanted, setWanted] = useState<SimulatorSettings | null>(null)
  const { mutate, error } = useMutation({
    mutationFn: (next: SimulatorSettings) => saveSimulatorSettings(next),
    onError: () => setWanted(null),
  })
  const isStored = wanted !== null && JSON.stringify(wanted) === JSON.stringify(stored)
  useEffect(() => {
    if (isStored) setWanted(null)
  }, [isStored])
  const settings = wanted ?? stored
  const change = (part: Partial<SimulatorSettings>) => {
    const next = { ...settings, ...part }
    setWanted(next)
    mutate(next)
  }
  return { settings, change, error }
}
