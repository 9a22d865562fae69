import { PAGE_ORIGIN } from './page-address.ts'

/** The part of Electron's IpcMainEvent that says who speaks. `senderFrame` is null once the frame is gone. */
export type Sender<Contents> = {
  readonly sender: Contents
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null
}

/** Only our own window, only its top frame, and only while that frame shows our own page. */
export function isTrustedSender<Contents>(event: Sender<Contents>, ownContents: Contents): boolean {
  const { sender, senderFrame } = event
  return (
    sender === ownContents &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === PAGE_ORIGIN
  )
}
