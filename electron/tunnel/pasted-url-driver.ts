import type { Driver } from './driver.ts'

/** An address that somebody else keeps up: another tunnel program or a server. Whether it leads here, the test says. */
export function createPastedUrlDriver(url: string): Driver {
  return {
    open({ onUrl }) {
      let isOpen = true
      queueMicrotask(() => {
        if (isOpen) onUrl(url)
      })
      return {
        close: async () => {
          isOpen = false
        },
      }
    },
  }
}
