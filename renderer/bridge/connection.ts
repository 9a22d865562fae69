/** The page's end of a transport: carries text, and says when it can. */
export type Connection = {
  /** Sends one message; does nothing while not connected (the client repeats what must be repeated). */
  readonly send: (text: string) => void
  readonly onMessage: (listener: (text: string) => void) => void
  readonly onState: (listener: (state: ConnectionState) => void) => void
}

export type ConnectionState = 'connecting' | 'connected' | 'lost'
