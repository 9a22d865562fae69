import type { SimulatorDelivery } from '#shared/simulator.ts'

const KEPT = 50

/** The last deliveries, newest first. */
export function createDeliveryLog(onChange: () => void) {
  let deliveries: readonly SimulatorDelivery[] = []
  return {
    all: () => deliveries,
    add(delivery: SimulatorDelivery): void {
      deliveries = [delivery, ...deliveries].slice(0, KEPT)
      onChange()
    },
  }
}

export type DeliveryLog = ReturnType<typeof createDeliveryLog>
