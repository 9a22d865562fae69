import type { Locator } from '@playwright/test'

/** The text in the rows of a body that are in the page, without their line numbers and as if in one line. */
export async function shownText(body: Locator): Promise<string> {
  const rows = body.locator('[data-from]')
  await rows.first().waitFor({ state: 'attached' })
  return (await rows.allTextContents()).join('')
}
