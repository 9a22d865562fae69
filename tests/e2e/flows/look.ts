import { resolve } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import { accessibilityFaults } from './accessibility-faults.ts'

const SCREENS = resolve(import.meta.dirname, '../../../test-results/screens')

const LOOKS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { colorScheme: 'dark', viewport: { width: 1000, height: 700 } },
] as const

/** Keeps screenshots, light and dark, wide and narrow, of `part` where it is given; finds nothing amiss for assistive technology. */
export async function look(page: Page, name: string, part?: Locator): Promise<void> {
  for (const { colorScheme, viewport } of LOOKS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    await part?.scrollIntoViewIfNeeded()
    await page.screenshot({ path: resolve(SCREENS, `${name}-${colorScheme}-${viewport.width}.png`) })
    expect.soft(await accessibilityFaults(page), name).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect.soft(overflow, `${name} is wider than the window`).toBe(0)
  }
  await page.setViewportSize(LOOKS[0].viewport)
}
