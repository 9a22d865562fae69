import type { Page } from '@playwright/test'
import axe from 'axe-core'

/**
 * What is amiss for assistive technology in the page or in `part` of it (a selector): each rule with the elements that
 * break it. The checker is put into a document once and runs in it: anew for each check it takes most of the tests' time.
 */
export async function accessibilityFaults(
  page: Page,
  part = 'html',
  disabledRules: readonly string[] = [],
): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in window)
  if (!isThere) await page.evaluate(axe.source)
  const options: axe.RunOptions = {
    resultTypes: ['violations'],
    iframes: false,
    rules: Object.fromEntries(disabledRules.map((rule) => [rule, { enabled: false }])),
  }
  const { violations } = await page.evaluate(([context, runOptions]) => window.axe.run(context, runOptions), [
    part,
    options,
  ] as const)
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html).join(' ')}`)
}

declare global {
  interface Window {
    readonly axe: typeof axe
  }
}
