import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contractJsonLines } from '#shared/messenger/contract-json-lines.ts'
import { junitReport } from '#shared/messenger/junit-report.ts'
import { xmlText } from '#shared/messenger/xml-text.ts'
import { answered, contractResults, contractRun } from '../../support/contract-results.ts'

const HOSTILE = 'a<b>&"\'\u0000\u0008\u000b\u001f\ud800\ufffe\uffff ]]> 👋\r\n\t'

test('text of any kind becomes characters that XML 1.0 allows, and no markup', () => {
  expect(xmlText(HOSTILE)).toBe(
    'a&#60;b&#62;&#38;&#34;&#39;\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD ]]&#62; 👋&#13;&#10;&#9;',
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = xmlText(text)
      expect(written).toMatch(/^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u)
      expect(written).not.toMatch(/[<>"']|&(?!#\d+;)/)
      const read = written.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)))
      expect(read.length).toBe(text.length)
    }),
  )
})

test('the JUnit report has a suite per version and kind, and a failure per failed case', () => {
  const results = contractResults((id) =>
    /text\/unsigned$/.test(id) ? [answered(200, { bodyText: HOSTILE })] : undefined,
  )
  const xml = junitReport({ ...contractRun(results), targetName: HOSTILE })
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites /)
  expect(
    [...xml.matchAll(/<testsuite name="([^"]*)" tests="(\d+)" failures="(\d+)"/g)].map((m) => m.slice(1)),
  ).toEqual([
    ['v1 inbound', '66', '1'],
    ['v1 status', '55', '0'],
    ['v0.1 inbound', '66', '1'],
    ['v0.1 status', '55', '0'],
  ])
  expect(xml).toContain('tests="242" failures="2" errors="0" time="4.200"')
  expect(xml).toContain('<failure message="expected 5xx, got 200" type="answer">')
  expect(xml).toContain('<testcase classname="v1 inbound.text" name="unsigned" time="0.012">')
  expect(xml).not.toContain(HOSTILE)
})

test('JSON lines start with a header and have a line per case', () => {
  const results = contractResults((id) => (/text\/unsigned$/.test(id) ? [answered(200)] : undefined))
  const text = contractJsonLines(contractRun(results))
  expect(text.endsWith('}\n')).toBe(true)
  const [header, ...lines] = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(header).toMatchObject({
    format: 'messenger-workbench/contract-run',
    schemaVersion: 1,
    state: 'finished',
    startedAt: '2026-01-31T14:00:00.000Z',
    passed: 240,
    failed: 2,
  })
  expect(lines).toHaveLength(242)
  expect(lines[1]).toMatchObject({
    id: 'v1/inbound/text/unsigned',
    isPassed: false,
    exchanges: [{ httpStatus: 200 }],
  })
})
