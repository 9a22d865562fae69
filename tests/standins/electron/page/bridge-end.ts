type AnyFunction = (...args: unknown[]) => unknown

type Message =
  | { readonly t: 'define'; readonly key: string; readonly value: unknown }
  | { readonly t: 'call'; readonly id: number; readonly args: readonly unknown[] }
  | { readonly t: 'return'; readonly value: unknown }
  | { readonly t: 'throw'; readonly message: string }

/**
 * One world's end of contextBridge. Runs in the page, sent there as text: it may use its arguments and the web only.
 *
 * Both worlds share the window, so an event crosses at once, its detail cloned. Functions stay where they are and
 * cross as numbers.
 */
export function bridgeEnd(outgoing: string, incoming: string) {
  const functionKey = `function ${[outgoing, incoming].sort().join()}`
  const functions: AnyFunction[] = []
  let answer: Message | null = null

  const emit = (message: Message) => window.dispatchEvent(new CustomEvent(outgoing, { detail: message }))
  const isRecord = (value: unknown): value is Record<string, unknown> =>
    Object.prototype.toString.call(value) === '[object Object]'
  const mapped = (value: object, convert: (one: unknown) => unknown) =>
    Object.fromEntries(Object.entries(value).map(([key, one]) => [key, convert(one)]))
  const lift = (value: unknown): unknown => {
    if (typeof value === 'function') return { [functionKey]: functions.push(value as AnyFunction) - 1 }
    if (Array.isArray(value)) return value.map(lift)
    return isRecord(value) ? mapped(value, lift) : value
  }
  const land = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(land)
    if (!isRecord(value)) return value
    const id = value[functionKey]
    return typeof id === 'number'
      ? (...args: unknown[]) => call(id, args)
      : Object.freeze(mapped(value, land))
  }
  const call = (id: number, args: readonly unknown[]): unknown => {
    answer = null
    emit({ t: 'call', id, args: args.map(lift) })
    const given = answer as Message | null
    if (given?.t === 'return') return land(given.value)
    throw new Error(given?.t === 'throw' ? given.message : 'stand-in: the value cannot cross the bridge')
  }
  const run = (id: number, args: readonly unknown[]): Message => {
    try {
      return { t: 'return', value: lift(functions[id]?.(...args.map(land))) }
    } catch (error) {
      return { t: 'throw', message: error instanceof Error ? error.message : String(error) }
    }
  }
  window.addEventListener(incoming, (event) => {
    const message: Message = (event as CustomEvent).detail
    if (message.t === 'call') emit(run(message.id, message.args))
    else if (message.t !== 'define') answer = message
    else Object.defineProperty(window, message.key, { value: land(message.value), enumerable: true })
  })
  return { define: (key: string, value: unknown) => emit({ t: 'define', key, value: lift(value) }) }
}
