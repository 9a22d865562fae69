import { describe, expect, it } from 'vitest'
import { hashOfPage, pageOfHash, partOfHash } from '../../../renderer/shell/page-name.ts'

describe('the address of a page', () => {
  it.each([
    ['', 'callbacks', ''],
    ['#/', 'callbacks', ''],
    ['#/replay', 'replay', ''],
    ['#/replay/forwarding', 'replay', 'forwarding'],
    ['#/simulate/', 'simulate', ''],
    ['#/nowhere', 'callbacks', ''],
  ])('%s is %s %s', (hash, page, part) => {
    expect(pageOfHash(hash)).toBe(page)
    expect(partOfHash(hash)).toBe(part)
  })

  it('leads back to the same page and part', () => {
    expect(hashOfPage('replay')).toBe('#/replay')
    expect(hashOfPage('replay', 'forwarding')).toBe('#/replay/forwarding')
  })
})
