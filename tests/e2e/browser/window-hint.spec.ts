import { expect } from '@playwright/test'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { inboundText, postCallback } from '../flows/post-callback.ts'
import { test } from './workbench.ts'

const HOUR_MS = 3_600_000

test('the list tells how long each person may still be written to', async ({ page, workbench }) => {
  const startedAtMs = Date.now()
  await postCallback(workbench.urls.inbound, inboundText('Good morning'))
  const { rows } = partsOf(page)
  const after = async (hours: number) => {
    await page.clock.setFixedTime(startedAtMs + hours * HOUR_MS)
    await page.reload()
  }
  await after(2)
  await expect(rows).toContainText(/24-hour window: 2[12] h left/)
  await after(23.5)
  await expect(rows).toContainText(/24-hour window: (29|30) min left/)
  await after(25)
  await expect(rows).toContainText('24-hour window: window closed')
  await look(page, 'window-closed')
})

test('an old message of somebody who has written again counts from the new one', async ({
  page,
  workbench,
}) => {
  const { inbound } = workbench.urls
  const longAgo = new Date(Date.now() - 23.5 * HOUR_MS).toISOString()
  await postCallback(inbound, inboundText('yesterday', { timestamp: longAgo }))
  const { rows } = partsOf(page)
  await expect(rows).toContainText(/(29|30) min left/)
  await postCallback(inbound, inboundText('today'))
  await expect(rows).toContainText([/2[34] h left/, /2[34] h left/])
})
