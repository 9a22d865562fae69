import { randomUUID } from 'node:crypto'
import { bridgeEnd } from './page/bridge-end.ts'
import { replaceWindowOpen, reportNewWindows } from './page/new-windows.ts'
import { preloadHost } from './page/preload-host.ts'

/** Name of the isolated world the preload runs in, and of what it finds there. */
export const PRELOAD_WORLD = 'standin-preload'
export const POST_BINDING = 'standinPost'
export const RECEIVE = 'standinReceive'

export type PageScripts = {
  /** For the page's own world. */
  readonly own: string
  /** For the preload's world. */
  readonly preload: string
}

/** The source run at the start of every document of a window, in each of its two worlds. */
export function createPageScripts(preloadSource: string): PageScripts {
  const secret = randomUUID()
  const names = { toOwn: `to-own-${secret}`, toPreload: `to-preload-${secret}`, open: `open-${secret}` }
  return {
    own: inTopFrame(`
      (${bridgeEnd})('${names.toPreload}', '${names.toOwn}');
      (${replaceWindowOpen})('${names.open}');`),
    preload: inTopFrame(`
      const post = (text) => globalThis.${POST_BINDING}(text);
      const bridge = (${bridgeEnd})('${names.toOwn}', '${names.toPreload}');
      (${reportNewWindows})('${names.open}', post);
      globalThis.${RECEIVE} = (${preloadHost})(bridge.define, post, (require) => {
        const module = { exports: {} };
        const exports = module.exports;
        ${preloadSource}
      });`),
  }
}

function inTopFrame(source: string): string {
  return `if (window === window.top) {${source}\n}`
}
