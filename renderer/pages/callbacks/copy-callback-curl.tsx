import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { CallbackDetail } from '#shared/callback.ts'
import { callbackCurl } from '#shared/messenger/callback-curl.ts'
import { useCopy } from '../../clipboard/use-copy.ts'
import { Button } from '../../components/button.tsx'
import menuStyles from '../../components/menu.module.css'
import { TextInput } from '../../components/text-input.tsx'
import { classNames } from '../../theme/class-names.ts'
import styles from './copy-callback-curl.module.css'

const OWN_SERVER = 'http://localhost:3000'
const PATHS = { inbound: '/webhooks/inbound-message', status: '/webhooks/message-status' } as const

/** Copies a command that sends this callback, byte for byte, to a server of the person's choice. */
export function CopyCallbackCurl({ detail }: { readonly detail: CallbackDetail }) {
  const copy = useCopy()
  const [chosen, setChosen] = useState<string | null>(null)
  const url = chosen ?? `${OWN_SERVER}${PATHS[detail.row.kind === 'status' ? 'status' : 'inbound']}`
  const copyCommand = () =>
    copy({
      text: callbackCurl({ url, headers: detail.headers, body: detail.body }),
      what: 'curl command',
      note: 'It sends the same bytes and signature.',
    })
  return (
    <DialogTrigger>
      <Button size="small">
        <Copy size={13} aria-hidden />
        Copy as curl
      </Button>
      <Popover className={classNames(menuStyles.popover)} placement="bottom end">
        <Dialog className={classNames(styles.dialog)} aria-label="Copy the callback as curl">
          {({ close }) => (
            <form
              className={styles.form}
              onSubmit={(event) => {
                event.preventDefault()
                copyCommand()
                close()
              }}
            >
              <TextInput
                label="Send it to"
                value={url}
                onChange={setChosen}
                inputMode="url"
                isMono
                hint="POST with the exact body, Content-Type and Authorization, for bash."
              />
              <Button type="submit" look="primary" size="small">
                Copy
              </Button>
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
