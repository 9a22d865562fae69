import { describe, expect, it } from 'vitest'
import { csvCell, csvHeader, csvLine } from '#shared/session/csv.ts'
import { callbackRecord } from '../../support/session-records.ts'

describe('csvCell', () => {
  it.each([
    ['', ''],
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['\n=x', '"\'\n=x"'],
    ['＝1＋1', "'＝1＋1"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a=b', 'a=b'],
  ])('writes %j as %j', (value, written) => {
    expect(csvCell(value)).toBe(written)
  })
})

describe('a line of CSV', () => {
  it('tells an inbound message, its text defused', () => {
    const body = '{"message_uuid":"u-1","from":"77","to":"88","message_type":"text","text":"=cmd, \\"x\\""}'
    expect(csvLine(callbackRecord(body), 'valid')).toBe(
      `2023-11-14T22:13:20.000Z,inbound,v1,text,77,88,u-1,"'=cmd, ""x""",valid,200,\r\n`,
    )
  })

  it('tells a rejected status, and what is no callback', () => {
    const body =
      '{"message_uuid":"u-2","from":"88","to":"77","status":"rejected","error":{"title":"1340","detail":"Outside of the window"}}'
    expect(csvLine(callbackRecord(body, { answer: null }), null)).toBe(
      '2023-11-14T22:13:20.000Z,status,v1,rejected,77,88,u-2,Outside of the window,,,1340\r\n',
    )
    expect(csvLine(callbackRecord(''), 'unsigned')).toBe(
      '2023-11-14T22:13:20.000Z,other,,empty-body,,,,The body is empty.,unsigned,200,\r\n',
    )
  })

  it('stands below the names of the columns, behind a byte order mark where it is wanted', () => {
    const names = 'time,kind,version,type,person,page,message_uuid,summary,signature,answer,error_code\r\n'
    expect(csvHeader(false)).toBe(names)
    expect(csvHeader(true)).toBe(`\uFEFF${names}`)
  })
})
