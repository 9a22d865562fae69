import { z } from 'zod'

/** One request and one answer. */
export type CallDef = { readonly kind: 'call'; readonly input: z.ZodType; readonly output: z.ZodType }
/** One request and any number of events, until either side ends it. */
export type StreamDef = { readonly kind: 'stream'; readonly input: z.ZodType; readonly event: z.ZodType }
export type Contract = Readonly<Record<string, CallDef | StreamDef>>

/** Declares a call of the contract. Values must survive JSON: both transports carry text. */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return { kind: 'call', input, output } as const
}

/** Declares an event stream of the contract. */
export function stream<I extends z.ZodType, E extends z.ZodType>(input: I, event: E) {
  return { kind: 'stream', input, event } as const
}

/**
 * An event with its place in the stream. A stream opened `after` a cursor goes on behind that event,
 * so a dropped socket loses nothing and doubles nothing.
 */
export type Positioned<E> = { readonly cursor: string; readonly event: E }

/** What the services implement: one function per call, one async generator per stream. */
export type Handlers<C extends Contract> = {
  readonly [K in keyof C]: C[K] extends CallDef
    ? (input: z.output<C[K]['input']>) => Promise<z.input<C[K]['output']>>
    : C[K] extends StreamDef
      ? (
          input: z.output<C[K]['input']>,
          options: { readonly after: string | null; readonly signal: AbortSignal },
        ) => AsyncIterable<Positioned<z.input<C[K]['event']>>>
      : never
}

/** What the page calls: the same names, with the transport hidden. */
export type Client<C extends Contract> = {
  readonly [K in keyof C]: C[K] extends CallDef
    ? (input: z.input<C[K]['input']>) => Promise<z.output<C[K]['output']>>
    : C[K] extends StreamDef
      ? (
          input: z.input<C[K]['input']>,
          options: { readonly signal: AbortSignal },
        ) => AsyncIterable<z.output<C[K]['event']>>
      : never
}

/** Page → services. `credit` is how many more events the page is ready to take: the back-pressure. */
export const RequestMessage = z.discriminatedUnion('t', [
  z.object({ t: z.literal('call'), id: z.int(), name: z.string(), input: z.unknown() }),
  z.object({
    t: z.literal('open'),
    id: z.int(),
    name: z.string(),
    input: z.unknown(),
    after: z.string().nullable(),
    /** 0 from a page that comes back with its window still unread. */
    credit: z.int().min(0).max(1024),
  }),
  z.object({ t: z.literal('credit'), id: z.int(), count: z.int().min(1).max(1024) }),
  z.object({ t: z.literal('cancel'), id: z.int() }),
])
export type RequestMessage = z.infer<typeof RequestMessage>

/** What an error carries to the page: a code of the union in errors.ts and its explanation. */
export const WireError = z.object({
  code: z.string(),
  what: z.string(),
  why: z.string(),
  fix: z.string(),
  link: z.string().optional(),
})
export type WireError = z.infer<typeof WireError>

/** Services → page. */
export const ResponseMessage = z.discriminatedUnion('t', [
  z.object({ t: z.literal('ok'), id: z.int(), value: z.unknown() }),
  z.object({ t: z.literal('error'), id: z.int(), error: WireError }),
  z.object({ t: z.literal('event'), id: z.int(), cursor: z.string(), value: z.unknown() }),
  z.object({ t: z.literal('end'), id: z.int() }),
])
export type ResponseMessage = z.infer<typeof ResponseMessage>
