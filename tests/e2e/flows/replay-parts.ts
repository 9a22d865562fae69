import type { Page } from '@playwright/test'

/** What callbacks are replayed with, by the names that people and assistive technology find it by. */
export function partsOfReplay(page: Page) {
  return {
    dialog: page.getByRole('dialog'),
    replay: page.getByRole('dialog').getByRole('button', { name: 'Replay', exact: true }),
    bar: page.getByRole('region', { name: 'Selected callbacks' }),
    toast: page.getByRole('status').filter({ hasText: 'Show the run' }),
    openListMenu: () => page.getByRole('button', { name: 'Replay callbacks' }).click(),
    openDetailsMenu: () => page.getByRole('button', { name: 'More ways to replay' }).click(),
    choose: (name: string) => page.getByRole('menuitem', { name }).click(),
  }
}
