import { expect } from '@playwright/test'
import { partsOf } from '../flows/page-parts.ts'
import { replyToSimulatedMessage } from '../flows/reply-flow.ts'
import { test } from './launch.ts'

test('a simulated message arrives, a reply goes out, its statuses come back', async ({ desktop }) => {
  await replyToSimulatedMessage(desktop.page, 'Thanks, on its way')
  await expect(partsOf(desktop.page).rows).toHaveCount(4)
})
