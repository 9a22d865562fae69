// The few web globals that Node and browsers both have and that shared code may use.
// Anything else of the DOM or of Node stays out of reach here, by type.

declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
}

declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}

declare class URL {
  constructor(url: string, base?: string)
  readonly protocol: string
  readonly host: string
  readonly origin: string
  readonly hostname: string
  readonly username: string
  readonly password: string
  readonly pathname: string
  readonly href: string
  static canParse(url: string, base?: string): boolean
}

declare class AbortSignal {
  readonly aborted: boolean
  readonly reason: unknown
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** Base64 text to a string of bytes (one character each). Throws on anything else. */
declare function atob(base64: string): string

/** A string of bytes (one character each) as base64. Throws on characters beyond a byte. */
declare function btoa(bytes: string): string
