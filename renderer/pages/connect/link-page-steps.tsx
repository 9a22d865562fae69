import { Card } from '../../components/card.tsx'
import { Tag } from '../../components/tag.tsx'
import styles from './connect.module.css'

const DASHBOARD = 'https://dashboard.vonage.com/'
const GUIDE = 'https://developer.vonage.com/en/messages/concepts/facebook'

/** How a Facebook Page is linked: in Vonage's dashboard, with Facebook's own window; there is no other way. */
export function LinkPageSteps() {
  return (
    <Card title="Link the Facebook Page" aside={<Tag>by hand, every 90 days</Tag>}>
      <ol className={styles.steps}>
        <li>
          Open the <Outside href={DASHBOARD}>Vonage dashboard</Outside>, then Social channels under Messages.
        </li>
        <li>Choose Facebook Messenger and sign in to Facebook as somebody who runs the Page.</li>
        <li>Choose the Page and allow everything that is asked. Without messaging rights nothing arrives.</li>
        <li>Link the Page to this application: its page in the dashboard, Linked external accounts.</li>
        <li>
          Ask Vonage above, or write to the Page in Messenger. More in{' '}
          <Outside href={GUIDE}>Vonage’s guide</Outside>.
        </li>
      </ol>
    </Card>
  )
}

function Outside({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
