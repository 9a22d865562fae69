import { describe, expect, it } from 'vitest'
import { countText } from '#shared/count-text.ts'
import { delayText, durationText } from '../../../renderer/format/format-duration.ts'
import { sizeText } from '../../../renderer/format/format-size.ts'
import { clockTimeMs, fullTime, listTime } from '../../../renderer/format/format-time.ts'
import { shortId } from '../../../renderer/format/short-id.ts'

const noon = new Date(2026, 10, 20, 12, 0, 5, 42).getTime()
const dayBefore = new Date(2026, 10, 19, 23, 59, 1).getTime()
const yearBefore = new Date(2025, 10, 19, 8, 7).getTime()

describe('times', () => {
  it('shows today without the day', () => {
    expect(clockTimeMs(noon)).toBe('12:00:05.042')
    expect(listTime(noon, noon + 1000)).toBe('12:00:05')
  })

  it('shows other days with the day, other years with the year', () => {
    expect(listTime(dayBefore, noon)).toBe('19 Nov 23:59')
    expect(listTime(yearBefore, noon)).toBe('19 Nov 2025 08:07')
    expect(fullTime(dayBefore, noon)).toBe('19 Nov 23:59:01.000')
  })
})

describe('durations', () => {
  it.each([
    [0.04, '0.0 ms'],
    [1.84, '1.8 ms'],
    [12.3, '12 ms'],
    [1234, '1.2 s'],
  ])('answered in %d ms', (ms, text) => {
    expect(durationText(ms)).toBe(text)
  })

  it.each([
    [-5, '0.00 s'],
    [42, '0.04 s'],
    [880, '0.9 s'],
    [3_140, '3.1 s'],
    [125_000, '2 m 05 s'],
    [3_660_000, '1 h 01 m'],
  ])('%d ms after send', (ms, text) => {
    expect(delayText(ms)).toBe(text)
  })
})

describe('sizes, counts and ids', () => {
  it('writes them for people', () => {
    expect(sizeText(1)).toBe('1 byte')
    expect(sizeText(331)).toBe('331 bytes')
    expect(sizeText(4_700)).toBe('4.6 KiB')
    expect(sizeText(1024 * 1024)).toBe('1.0 MiB')
    expect(countText(1284, 'callback')).toBe('1,284 callbacks')
    expect(countText(1, 'callback')).toBe('1 callback')
    expect(shortId('1111111111111111')).toBe('1111…1111')
    expect(shortId('107')).toBe('107')
  })
})
