import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { type ElectronApplication, expect } from '@playwright/test'
import type { PageBridge } from '#shared/page-bridge.ts'
import { callFrom, stateFrom } from './ask-workbench.ts'
import { ROOT, test } from './launch.ts'

test('the page finds a pipe and nothing of Node or Electron', async ({ desktop }) => {
  const found = await desktop.page.evaluate(() => {
    const bridge: PageBridge = Reflect.get(window, 'workbench')
    return {
      node: ['require', 'process', 'Buffer', 'module', 'global', 'ipcRenderer', 'electron'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys(bridge).sort(),
      isFrozen: Object.isFrozen(bridge),
      isReplaceable: Reflect.set(window, 'workbench', null),
    }
  })
  expect(found).toEqual({
    node: [],
    bridge: ['onMessage', 'send'],
    isFrozen: true,
    isReplaceable: false,
  })
})

test('only text passes the pipe', async ({ desktop }) => {
  const attempt = desktop.page.evaluate(() => {
    const bridge: PageBridge = Reflect.get(window, 'workbench')
    Reflect.apply(bridge.send, bridge, [{ t: 'call' }])
  })
  await expect(attempt).rejects.toThrow('Only text passes here.')
})

test('no secret is within reach of the page', async ({ desktop: { page } }) => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  await page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const bridge: PageBridge = Reflect.get(window, 'workbench')
    bridge.onMessage((text) => heard.push(text))
  })
  await callFrom(page, 'saveProfile', {
    profile: { id: null, name: 'Mine', applicationId: 'app-1', apiKey: 'key1', baseUrl: { kind: 'sandbox' } },
    secrets: {
      privateKey: { do: 'set', value: privateKey },
      apiSecret: { do: 'set', value: 'api-secret-of-this-test' },
      signatureSecret: { do: 'set', value: 'signature-secret-of-this-test' },
    },
  })
  expect((await stateFrom(page)).profiles.map(({ name }) => name)).toContain('Mine')

  const everything = await page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea')].map((field) => Reflect.get(field, 'value')),
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      Reflect.get(window, 'heard'),
    ]),
  )
  expect(everything).toContain('Mine')
  const lineOfKey = privateKey.split('\n')[3] ?? ''
  for (const secret of ['PRIVATE KEY', lineOfKey, 'api-secret-of-this', 'signature-secret-of-this']) {
    expect(everything).not.toContain(secret)
  }
})

/** Watches for the next navigation the page attempts; returns what tells how the app decided. */
async function watchNavigation(app: ElectronApplication) {
  const watched = await app.evaluateHandle(({ BrowserWindow }) => ({
    attempt: new Promise<{ url: string; isPrevented: boolean }>((resolve) => {
      BrowserWindow.getAllWindows()[0]?.webContents.once('will-frame-navigate', (event) =>
        resolve({ url: event.url, isPrevented: event.defaultPrevented }),
      )
    }),
  }))
  return () => watched.evaluate(({ attempt }) => attempt)
}

for (const url of ['https://example.com/', 'http://127.0.0.1:9/']) {
  test(`the page cannot go to ${url}`, async ({ desktop: { app, page } }) => {
    await page.evaluate(() => Object.assign(window, { isStillHere: true }))
    const attempt = await watchNavigation(app)
    await page.evaluate((target) => {
      setTimeout(() => location.assign(target))
    }, url)
    expect(await attempt()).toEqual({ url, isPrevented: true })
    expect(await page.evaluate(() => Reflect.get(window, 'isStillHere'))).toBe(true)
    // The document that stays keeps its streams.
    expect((await stateFrom(page)).host).toBe('desktop')
  })
}

test('a link opens no window; only documentation opens, in the browser', async ({
  desktop: { app, page },
}) => {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => {
      opened.push(url)
    }
  })
  const documentation = 'https://developer.vonage.com/en/messages/overview'
  const links = [
    'https://developer.vonage.com.example.com/',
    'https://example.com/https://ngrok.com/',
    'http://developer.vonage.com/',
    'https://someone:secret@ngrok.com/',
    documentation,
  ]
  for (const href of links) {
    await page.evaluate((target) => {
      const link = Object.assign(document.createElement('a'), { href: target, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    }, href)
  }
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([documentation])
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  expect(app.windows()).toHaveLength(1)
})

test('every permission is denied', async ({ desktop: { page } }) => {
  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
    position: await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? 'denied' : code),
      )
    }),
    clipboard: await navigator.clipboard.readText().catch((error: DOMException) => error.name),
  }))
  expect(answers).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    position: 'denied',
    clipboard: 'NotAllowedError',
  })
})

test('another window with the same preload reaches nobody', async ({ desktop: { app, page } }) => {
  const nameProfile = (name: string) => ({
    profile: { id: null, name, applicationId: '', apiKey: '', baseUrl: { kind: 'sandbox' } },
    secrets: { privateKey: { do: 'keep' }, apiSecret: { do: 'keep' }, signatureSecret: { do: 'keep' } },
  })
  const foreignPage = app.waitForEvent('window')
  await app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await window.loadURL('app://bundle/index.html')
    },
    join(ROOT, 'out/preload/preload.cjs'),
  )
  await (await foreignPage).evaluate((input) => {
    const bridge: PageBridge = Reflect.get(window, 'workbench')
    bridge.send(JSON.stringify({ t: 'call', id: 1, name: 'saveProfile', input }))
  }, nameProfile('Intruder'))

  await page.evaluate((input) => {
    const bridge: PageBridge = Reflect.get(window, 'workbench')
    bridge.send(JSON.stringify({ t: 'call', id: 2_000_000_000, name: 'saveProfile', input }))
  }, nameProfile('Resident'))
  const names = async () => (await stateFrom(page)).profiles.map(({ name }) => name)
  await expect.poll(names).toContain('Resident')
  expect(await names()).not.toContain('Intruder')
})

test('the page is served under a policy that loads nothing from elsewhere', async ({ desktop: { page } }) => {
  const headers = await page.evaluate(async () => {
    const { headers } = await fetch('/index.html')
    return ['content-security-policy', 'x-content-type-options', 'referrer-policy'].map((name) =>
      headers.get(name),
    )
  })
  expect(headers[0]).toContain("default-src 'none'")
  expect(headers.slice(1)).toEqual(['nosniff', 'no-referrer'])

  const violated = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective))
        document.head.append(
          Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }),
        )
      }),
  )
  expect(violated).toBe('script-src-elem')
  expect(await page.evaluate(() => 'ran' in window)).toBe(false)
})

test('nothing outside the page folder is served, and nothing is written', async ({ desktop: { page } }) => {
  const statuses = await page.evaluate(async () => {
    const paths = ['/..%2fmain%2fmain.js', '/%2e%2e/main/main.js', '/..%5cmain%5cmain.js', '/no-such-file.js']
    const got = await Promise.all(paths.map(async (path) => (await fetch(path)).status))
    return [...got, (await fetch('/index.html', { method: 'POST', body: '' })).status]
  })
  expect(statuses).toEqual([404, 404, 404, 404, 405])
})

test('a reload ends the streams of the document before it', async ({ desktop: { app, page } }) => {
  const openEvents = (id: number) =>
    page.evaluate(
      (streamId) =>
        new Promise<void>((resolve) => {
          const heard: string[] = []
          Object.assign(window, { heard })
          const bridge: PageBridge = Reflect.get(window, 'workbench')
          bridge.onMessage((text) => {
            const message = JSON.parse(text)
            if (message.id !== streamId) return
            heard.push(message.value.kind)
            resolve()
          })
          const open = {
            t: 'open',
            id: streamId,
            name: 'callbackEvents',
            input: {},
            after: null,
            credit: 100,
          }
          bridge.send(JSON.stringify(open))
        }),
      id,
    )
  await openEvents(1_000_001)
  await page.reload()
  await openEvents(1_000_002)
  await app.evaluate(({ BrowserWindow }) => {
    const sent: string[] = []
    Object.assign(globalThis, { sent })
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('no window')
    const send = contents.send.bind(contents)
    contents.send = (channel, documentId, text) => {
      sent.push(text)
      send(channel, documentId, text)
    }
  })

  const { listener } = await stateFrom(page)
  if (listener.state !== 'listening') throw new Error('not listening')
  await fetch(listener.inboundUrl, { method: 'POST', body: '{}' })
  // The row comes once more when its answer is known.
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'heard')))
    .toEqual(expect.arrayContaining(['reset', 'rows']))

  const sent: string[] = await app.evaluate(() => Reflect.get(globalThis, 'sent'))
  const ids = sent.map((text) => JSON.parse(text).id)
  expect(ids).toContain(1_000_002)
  expect(ids).not.toContain(1_000_001)
})
