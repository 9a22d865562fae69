import { ExchangeView } from '../../lanes/exchange-view.tsx'
import { useShowCallback } from '../chats/use-show-callback.ts'

/** What the callback that is shown belongs to. */
export function ShownExchange({ seq }: { readonly seq: number }) {
  const show = useShowCallback()
  return <ExchangeView subject={{ kind: 'callback', seq }} onShow={show} />
}
