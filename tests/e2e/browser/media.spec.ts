import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { z } from 'zod'
import { listenOnLoopback } from '#electron/loopback/listen-on-loopback.ts'
import { signCallback } from '#electron/signing/sign-callback.ts'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

/** A red square of 64 by 64 pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAIAAAAlC+aJAAAATklEQVR42u3PQQkAAAgEsIt28Y1lBN/CYAWWaV+LgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgMBlAazbgS3avT8aAAAAAElFTkSuQmCC',
  'base64',
)

/** A server on this computer that hands out one image and counts who asks. */
async function imageServer() {
  let requests = 0
  const server = createServer((_, response) => {
    requests += 1
    response.writeHead(200, { 'content-type': 'image/png' }).end(PNG)
  })
  const port = await listenOnLoopback(server, 0, [])
  return { host: `127.0.0.1:${port}`, requests: () => requests, close: () => server.close() }
}

const Settings = z.object({ profiles: z.array(z.object({ id: z.string(), apiKey: z.string() })) })
const Secrets = z.object({
  profiles: z.object({ simulator: z.object({ signatureSecret: z.object({ value: z.string() }) }) }),
})

function imageMessage(url: string): string {
  return inboundText('', { message_type: 'image', image: { url } })
}

test('an image is loaded when asked for, and not before', async ({ page, workbench, dataFolder }) => {
  const images = await imageServer()
  const body = imageMessage(`http://${images.host}/photo.png`)
  const headers = { authorization: await signedAsSimulator(dataFolder, body) }
  await fetch(workbench.urls.inbound, { method: 'POST', headers, body })
  const { details, selectedRow } = partsOf(page)
  await expect(selectedRow).toContainText('signed')
  const load = details.getByRole('button', { name: `Load from ${images.host}` })
  await expect(load).toBeVisible()
  expect(images.requests()).toBe(0)
  await load.click()
  const image = details.getByRole('img', { name: 'What the person sent' })
  await expect(image).toBeVisible()
  expect(await image.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(64)
  await expect(details).toContainText(`image/png · ${PNG.length} bytes`)
  expect(images.requests()).toBe(1)
  await look(page, 'media-image', image)
  images.close()
})

test('an unsigned callback does not reach into this computer', async ({ page, workbench }) => {
  const images = await imageServer()
  await postCallback(workbench.urls.inbound, imageMessage(`http://${images.host}/admin`))
  const { details } = partsOf(page)
  await details.getByRole('button', { name: `Load from ${images.host}` }).click()
  await expect(details.getByRole('alert')).toContainText(`${images.host} was not opened.`)
  await expect(details.getByRole('alert')).toContainText('a private network')
  expect(images.requests()).toBe(0)
  await look(page, 'media-refused', details.getByRole('alert'))
  images.close()
})

test('what is no web address cannot be loaded', async ({ page, workbench }) => {
  await postCallback(workbench.urls.inbound, imageMessage('javascript:alert(1)'))
  const { details } = partsOf(page)
  await expect(details).toContainText('javascript:alert(1)')
  await expect(details.getByRole('button', { name: /^Load/ })).toHaveCount(0)
})

async function signedAsSimulator(dataFolder: string, body: string): Promise<string> {
  const settings = Settings.parse(JSON.parse(await readFile(join(dataFolder, 'settings.json'), 'utf8')))
  const apiKey = settings.profiles.find(({ id }) => id === 'simulator')?.apiKey ?? ''
  const { profiles } = Secrets.parse(JSON.parse(await readFile(join(dataFolder, 'secrets.json'), 'utf8')))
  return signCallback({
    body: Buffer.from(body),
    apiKey,
    applicationId: 'any',
    signatureSecret: profiles.simulator.signatureSecret.value,
    nowMs: Date.now(),
    jti: crypto.randomUUID(),
  })
}
