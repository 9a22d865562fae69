import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createPageServer } from '#electron/web/page-server.ts'
import { transferPath } from '#shared/session/session-job.ts'
import { sessionHeaderLine, sessionLine } from '#shared/session/write-session.ts'
import { openWorkbench } from '../../support/open-workbench.ts'
import { recordedLog } from '../../support/recorded-log.ts'
import { callbackRecord } from '../../support/session-records.ts'
import { everythingAsItIs } from '../../support/sessions.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const INBOUND = '{"message_uuid":"a","from":"1","to":"2","message_type":"text","text":"Hello"}'

/** The page's server, with the cookie of a page that is in. */
async function openPages() {
  const workbench = await openWorkbench()
  const pageFolder = join(tempFolder(), 'page')
  mkdirSync(pageFolder)
  writeFileSync(join(pageFolder, 'index.html'), '')
  const { handlers, transfers } = workbench
  const { log } = recordedLog()
  const server = await createPageServer({
    ...{ wantedPort: 0, avoidPorts: [], token: 'open sesame', pageFolder, handlers, transfers, log },
  })
  onTestFinished(server.dispose)
  const origin = new URL(server.url).origin
  const entered = await fetch(server.url, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { ...workbench, origin, cookie }
}

test('the page fetches an export once, with its cookie', async () => {
  const { client, urls, origin, cookie } = await openPages()
  await fetch(urls.inbound, { method: 'POST', body: INBOUND })
  const { job } = await client.startExport(everythingAsItIs)
  if (job === null) throw new Error('Nobody was to be asked.')
  const url = `${origin}${transferPath(job)}`

  expect((await fetch(url)).status).toBe(401)
  expect((await fetch(url, { headers: { cookie, origin: 'https://elsewhere.example' } })).status).toBe(403)
  const file = await fetch(url, { headers: { cookie } })
  expect(file.status).toBe(200)
  expect(file.headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${job.fileName}`)
  expect(file.headers.get('content-type')).toBe('application/x-ndjson')
  expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await file.text()).split('\n')[0]).toBe(sessionHeaderLine(false))
  expect((await fetch(url, { headers: { cookie } })).status).toBe(404)
  expect((await client.sessionJobs({})).jobs[0]).toMatchObject({ state: 'done', callbacks: 1 })
})

test('the page sends a file once, with its cookie and from its own origin', async () => {
  const { client, origin, cookie, rows } = await openPages()
  const body = `${sessionHeaderLine(false)}\n${sessionLine(callbackRecord(INBOUND))}\n`
  const { job } = await client.startImport({ fileName: 'a.jsonl', sizeBytes: body.length })
  const url = `${origin}${transferPath(job)}`
  const put = (headers: Record<string, string>) => fetch(url, { method: 'PUT', headers, body })

  expect((await put({ origin })).status).toBe(401)
  expect((await put({ cookie, origin: 'https://elsewhere.example' })).status).toBe(403)
  // A page of another site cannot send it without saying so; what says nothing is no page.
  expect((await put({ cookie })).status).toBe(405)
  expect((await put({ cookie, origin })).status).toBe(204)
  expect((await put({ cookie, origin })).status).toBe(404)
  expect((await client.sessionJobs({})).jobs[0]).toMatchObject({ state: 'done', callbacks: 1 })
  await expect.poll(rows).toHaveLength(1)
})

test('an import whose sender goes away keeps what came, and an export nobody reads on ends', async () => {
  const { client, urls, origin, cookie } = await openPages()
  const { job } = await client.startImport({ fileName: 'a.jsonl', sizeBytes: 1_000_000 })
  const newest = async () => (await client.sessionJobs({})).jobs[0]
  const sending = request(`${origin}${transferPath(job)}`, { method: 'PUT', headers: { cookie, origin } })
  sending.on('error', () => undefined)
  const line = `${sessionLine(callbackRecord(INBOUND))}\n`
  sending.write(`${sessionHeaderLine(false)}\n${line.repeat(40)}`)
  await expect.poll(newest).toMatchObject({ state: 'running' })
  sending.destroy()
  await expect.poll(newest).toMatchObject({ state: 'failed', callbacks: 40, error: { code: 'FILE_FAILED' } })

  await Promise.all(
    Array.from({ length: 40 }, () => fetch(urls.inbound, { method: 'POST', body: 'x'.repeat(1_000_000) })),
  )
  const { job: exporting } = await client.startExport(everythingAsItIs)
  const leaving = new AbortController()
  const url = `${origin}${transferPath({ kind: 'export', id: exporting?.id ?? '' })}`
  const answer = await fetch(url, { headers: { cookie }, signal: leaving.signal })
  expect(answer.status).toBe(200)
  leaving.abort()
  await expect.poll(newest).toMatchObject({ state: 'cancelled' })
})
