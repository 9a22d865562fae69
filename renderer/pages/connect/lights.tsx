import { Check, Circle, CircleHelp, X } from 'lucide-react'
import { connectLights, type Light } from '#shared/messenger/connect-lights.ts'
import type { ProfileView } from '#shared/profile.ts'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { goToPage } from '../../shell/go-to-page.ts'
import { classNames } from '../../theme/class-names.ts'
import styles from './connect.module.css'
import { PointDialog } from './point-dialog.tsx'
import { useConnectFacts } from './use-connect-facts.ts'

const SIGNS = {
  ok: { Icon: Check, word: 'done' },
  todo: { Icon: Circle, word: 'to do' },
  failed: { Icon: X, word: 'failed' },
  unknown: { Icon: CircleHelp, word: 'not known' },
} as const

/** Every step from the key to the first callback, with what is so and what to do. */
export function Lights({ profile }: { readonly profile: ProfileView }) {
  const { facts, ask, isAsking, canAsk } = useConnectFacts(profile)
  return (
    <Card
      title={`From Vonage to here, with ${profile.name}`}
      aside={
        canAsk && (
          <Button size="small" isBusy={isAsking} onPress={() => void ask()}>
            {isAsking ? 'Asking…' : profile.baseUrl.kind === 'simulator' ? 'Ask the simulator' : 'Ask Vonage'}
          </Button>
        )
      }
    >
      <ol className={styles.lights} aria-label="Steps">
        {connectLights(facts).map((light) => (
          <LightItem key={light.id} light={light} profile={profile} canPoint={canAsk} />
        ))}
      </ol>
    </Card>
  )
}

type ItemProps = { readonly light: Light; readonly profile: ProfileView; readonly canPoint: boolean }

function LightItem({ light, profile, canPoint }: ItemProps) {
  const { Icon, word } = SIGNS[light.state]
  return (
    <li className={styles.light}>
      <span
        className={classNames(styles.sign, styles[light.state])}
        role="img"
        aria-label={word}
        title={word}
      >
        <Icon size={15} strokeWidth={2.4} aria-hidden />
      </span>
      <div className={styles.text}>
        <p className={styles.title}>{light.title}</p>
        <p className={styles.detail}>{light.detail}</p>
        {light.fix !== '' && <p className={styles.fix}>{light.fix}</p>}
      </div>
      {light.state !== 'ok' && <Fix light={light} profile={profile} canPoint={canPoint} />}
    </li>
  )
}

function Fix({ light, profile, canPoint }: ItemProps) {
  const isSimulator = profile.baseUrl.kind === 'simulator'
  if (light.id === 'addresses' && canPoint && profile.baseUrl.kind !== 'sandbox') {
    return <PointDialog profile={profile} trigger={<Button size="small">Point here</Button>} />
  }
  if (light.id === 'callback' && isSimulator) {
    return (
      <Button size="small" onPress={() => goToPage('simulate')}>
        Simulate
      </Button>
    )
  }
  const isSetThere = ['key', 'application', 'tunnel', 'callback'].includes(light.id)
  return isSetThere ? (
    <Button size="small" onPress={() => goToPage('settings')} aria-label={`Settings for: ${light.title}`}>
      Settings
    </Button>
  ) : null
}
