import { expect } from '@playwright/test'
import { look } from '../flows/look.ts'
import { partsOf } from '../flows/page-parts.ts'
import { oddText, postCallback } from '../flows/post-callback.ts'
import { partsOfReplay } from '../flows/replay-parts.ts'
import { test } from './own-server-test.ts'

test('a body is edited beside its original, and sent even when it is no JSON any more', async ({
  page,
  workbench,
  own,
}) => {
  const body = oddText('A bicycle')
  await postCallback(workbench.urls.inbound, body)
  const { rows } = partsOf(page)
  const { dialog, replay, toast } = partsOfReplay(page)
  await expect(rows).toHaveCount(1)
  await rows.first().click()
  await page.keyboard.press('ControlOrMeta+Shift+r')
  const editor = dialog.getByRole('textbox', { name: 'Body to send' })
  await expect(editor).toContainText('A bicycle')
  await expect(dialog).toContainText('Signed anew with the signature secret')
  await editor.press('ControlOrMeta+Home')
  await editor.press('ArrowRight')
  await page.keyboard.type('"planted": true,')
  const cut = ' "channel":"messenger",'
  for (const _ of cut) await page.keyboard.press('Delete')
  await expect(dialog.locator('.cm-changedText')).toHaveText('"planted": true')
  await expect(dialog.locator('.cm-deletedText')).not.toHaveCount(0)
  await look(page, 'replay-edited')
  await editor.press('ControlOrMeta+End')
  await page.keyboard.type('}')
  await expect(dialog).toContainText('Not JSON:')
  await look(page, 'replay-edited-no-json')
  await replay.click()
  await expect(dialog).toBeHidden()
  await expect(toast).toContainText('Shop bot answered 200')
  expect(own.received.map(({ text }) => text)).toEqual([`{"planted": true,${body.slice(1 + cut.length)}}`])
})

test('a body is laid out in lines to be edited, and only the edit is marked', async ({
  page,
  workbench,
  own,
}) => {
  await postCallback(workbench.urls.inbound, '{"message_uuid":"x","n":1.0,"text":"a\\u0041"}')
  const { rows } = partsOf(page)
  const { dialog, replay, toast } = partsOfReplay(page)
  await expect(rows).toHaveCount(1)
  await rows.first().click()
  await page.keyboard.press('ControlOrMeta+Shift+r')
  const editor = dialog.getByRole('textbox', { name: 'Body to send' })
  await dialog.getByRole('button', { name: 'Lay out' }).click()
  await expect(dialog).toContainText('compared with the original laid out alike')
  await expect(dialog.locator('.cm-changedText, .cm-deletedText')).toHaveCount(0)
  await editor.press('ControlOrMeta+Home')
  await editor.press('End')
  await page.keyboard.type('"b": [],')
  await expect(dialog.locator('.cm-changedText')).toHaveText('"b": [],')
  await look(page, 'replay-laid-out')
  await replay.click()
  await expect(toast).toContainText('Shop bot answered 200')
  expect(own.received[0]?.text).toBe(
    '{"b": [],\n  "message_uuid": "x",\n  "n": 1.0,\n  "text": "a\\u0041"\n}',
  )
})

test('an edited body is not lost to Escape or a press beside the dialog', async ({
  page,
  workbench,
  own,
}) => {
  await postCallback(workbench.urls.inbound, oddText(`A bicycle ${'and another one '.repeat(200)}`))
  const { rows } = partsOf(page)
  const { dialog, replay, toast } = partsOfReplay(page)
  await expect(rows).toHaveCount(1)
  await rows.first().click()
  await page.keyboard.press('ControlOrMeta+Shift+r')
  await expect(dialog.getByRole('textbox', { name: 'Body to send' })).toContainText('A bicycle')
  await expect(replay).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.keyboard.press('ControlOrMeta+Shift+r')
  const editor = dialog.getByRole('textbox', { name: 'Body to send' })
  await editor.press('ControlOrMeta+a')
  await page.keyboard.type('typed')
  const question = page.getByRole('alertdialog', { name: 'Discard the edited body?' })
  await page.keyboard.press('Escape')
  await expect(question).toBeVisible()
  await look(page, 'replay-discard')
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(editor).toContainText('typed')
  await page.mouse.click(5, 400)
  await question.getByRole('button', { name: 'Cancel' }).click()
  await replay.click()
  await expect(toast).toContainText('Shop bot answered 200')
  expect(own.received.map(({ text }) => text)).toEqual(['typed'])
  await expect(dialog).toBeHidden()
})
