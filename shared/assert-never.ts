/** Turns a `switch` over a union into a compile-time to-do list; throws if an unlisted case comes at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
