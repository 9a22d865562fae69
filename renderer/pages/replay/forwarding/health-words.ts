import type { TargetHealth } from '#shared/target.ts'
import type { Tone } from '../../../components/tone.ts'

/** Whether a target can be reached, in words; null: not known yet. */
export function healthWords(health: TargetHealth | null): { readonly text: string; readonly tone: Tone } {
  if (health === null) return { text: 'trying to connect', tone: 'neutral' }
  switch (health.state) {
    case 'connects':
      return { text: 'connects', tone: 'ok' }
    case 'does-not-connect':
      return { text: `does not connect: ${health.error.what}`, tone: 'bad' }
    case 'not-allowed':
      return { text: 'not contacted: nobody has agreed to send callbacks to this host', tone: 'neutral' }
  }
}
