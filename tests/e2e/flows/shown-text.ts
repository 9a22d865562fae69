import type { Locator } from '@playwright/test'

/** The text in the rows of a body that are in the page, without their line numbers and as if in one line. */
export async function shownText(body: Locator): Promise<string> {
  return (await body.locator('[data-from]').allTextContents()).join('')
}
