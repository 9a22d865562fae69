/** An event of Electron that a listener can cancel. */
export type Cancellable<Details extends object> = Details & {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export function createCancellable<Details extends object>(details: Details): Cancellable<Details> {
  let isPrevented = false
  return Object.defineProperties(details, {
    defaultPrevented: { get: () => isPrevented, enumerable: true },
    preventDefault: {
      value: () => {
        isPrevented = true
      },
    },
  }) as Cancellable<Details>
}
