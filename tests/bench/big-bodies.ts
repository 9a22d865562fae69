export type BigBody = {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The views to be measured, the one it opens with first. */
  readonly looks: readonly ('Raw' | 'Formatted' | 'Hex')[]
  /** What is only in this body, at its beginning, in any view. */
  readonly sign: string
}

/** The longest body a webhook may have. */
const SIZE_BYTES = 1024 * 1024

/** Bodies of 1 MiB, each hard on a viewer in its own way. */
export function bigBodies(): readonly BigBody[] {
  const looks = ['Raw', 'Formatted'] as const
  return [
    {
      name: 'wide JSON',
      bytes: padded('{"big-wide":[', '{"id":12345,"state":"read"},', '0]}'),
      looks,
      sign: 'big-wide',
    },
    { name: 'deep JSON', bytes: nested('{"big-deep":', '{"a":', '1', '}'), looks, sign: 'big-deep' },
    {
      name: 'JSON of one string',
      bytes: padded('{"big-string":"', 'many words ', '"}'),
      looks,
      sign: 'big-string',
    },
    { name: 'binary', bytes: binary(), looks: ['Hex'], sign: 'ff fe 62 69 67' },
  ]
}

/** `part` again and again between the two, as often as there is room for. */
function padded(head: string, part: string, tail: string): Uint8Array<ArrayBuffer> {
  const count = Math.floor((SIZE_BYTES - head.length - tail.length) / part.length)
  return new TextEncoder().encode(head + part.repeat(count) + tail)
}

function nested(head: string, open: string, core: string, close: string): Uint8Array<ArrayBuffer> {
  const room = SIZE_BYTES - head.length - core.length - close.length
  const depth = Math.floor(room / (open.length + close.length))
  return new TextEncoder().encode(head + open.repeat(depth) + core + close.repeat(depth + 1))
}

function binary(): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from({ length: SIZE_BYTES }, (_, index) => (index * 7919) & 0xff)
  bytes.set([0xff, 0xfe, 0x62, 0x69, 0x67])
  return bytes
}
