import type { CdpSession } from './cdp.ts'
import type { Chromium } from './chromium.ts'
import { createPageScripts, POST_BINDING, PRELOAD_WORLD, RECEIVE } from './page-scripts.ts'

export type Bounds = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** One page of Chromium, in a window of its own, with the preload in its isolated world. */
export type PageTarget = {
  readonly targetId: string
  readonly cdp: CdpSession
  /** Hands a message to the preload of the document that is there now; dropped where there is none. */
  readonly deliver: (text: string) => Promise<void>
  /** Sizes the window so that the page inside has these bounds. */
  readonly resize: (bounds: Bounds) => Promise<void>
}

type Options = {
  readonly bounds: Bounds
  readonly preloadSource: string
  /** Called with each message of the preload of the present document. */
  readonly onPost: (text: string) => void
  /** Called before the page can do anything. */
  readonly listen: (cdp: CdpSession) => void
}

type ExecutionContext = {
  readonly id: number
  readonly name: string
  readonly auxData?: { readonly frameId?: string }
}

export async function openPageTarget(chromium: Chromium, options: Options): Promise<PageTarget> {
  const { x, y, width, height } = options.bounds
  const { root } = chromium
  const { targetId } = await root.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    left: x,
    top: y,
    width,
    height,
  })
  const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: true })
  const cdp = chromium.session(sessionId)
  const preload = followPreload(cdp, targetId, options.onPost)
  options.listen(cdp)
  await prepare(cdp, options.preloadSource)
  const border = await borderOf(cdp)
  const resize = (bounds: Bounds) => setBounds(root, targetId, bounds, border)
  await resize(options.bounds)
  return { targetId, cdp, resize, deliver: (text) => deliver(cdp, preload(), text) }
}

/** Keeps track of the preload's world in the main frame, which is another one after each navigation. */
function followPreload(
  cdp: CdpSession,
  frameId: string,
  onPost: (text: string) => void,
): () => number | null {
  let present: number | null = null
  cdp.on('Runtime.executionContextCreated', ({ context }: { context: ExecutionContext }) => {
    if (context.name === PRELOAD_WORLD && context.auxData?.frameId === frameId) present = context.id
  })
  cdp.on('Runtime.executionContextsCleared', () => {
    present = null
  })
  cdp.on('Runtime.bindingCalled', (call: { name: string; payload: string; executionContextId: number }) => {
    if (call.name === POST_BINDING && call.executionContextId === present) onPost(call.payload)
  })
  return () => present
}

async function prepare(cdp: CdpSession, preloadSource: string): Promise<void> {
  const scripts = createPageScripts(preloadSource)
  await Promise.all([
    cdp.send('Page.enable'),
    cdp.send('Inspector.enable'),
    cdp.send('Runtime.enable'),
    cdp.send('Runtime.addBinding', { name: POST_BINDING, executionContextName: PRELOAD_WORLD }),
    cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.own }),
    cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: PRELOAD_WORLD }),
    cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] }),
    cdp.send('Emulation.setFocusEmulationEnabled', { enabled: true }),
  ])
}

type Border = { readonly width: number; readonly height: number }

/** Chromium's tab strip takes room from the page, and Electron has none. */
async function borderOf(cdp: CdpSession): Promise<Border> {
  const expression = '({ width: outerWidth - innerWidth, height: outerHeight - innerHeight })'
  const { result } = await cdp.send('Runtime.evaluate', { expression, returnByValue: true })
  return result.value
}

async function setBounds(root: CdpSession, targetId: string, bounds: Bounds, border: Border): Promise<void> {
  const { windowId } = await root.send('Browser.getWindowForTarget', { targetId })
  await root.send('Browser.setWindowBounds', {
    windowId,
    bounds: {
      left: bounds.x,
      top: bounds.y,
      width: bounds.width + border.width,
      height: bounds.height + border.height,
    },
  })
}

async function deliver(cdp: CdpSession, executionContextId: number | null, text: string): Promise<void> {
  if (executionContextId === null) return
  try {
    const { exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: `function (text) { globalThis.${RECEIVE}?.(text) }`,
      arguments: [{ value: text }],
    })
    if (exceptionDetails !== undefined)
      console.error('stand-in: a listener of the preload threw', exceptionDetails)
  } catch {
    // The document went away meanwhile, and the message with it.
  }
}
