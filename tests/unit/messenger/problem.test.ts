import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProblem } from '#shared/messenger/problem.ts'
import { fixtureBytes } from '../../support/fixtures.ts'

const NOTHING = { title: null, detail: null, type: null, instance: null, invalidParameters: [] }

describe('the problem in an answer', () => {
  it('is read field by field', () => {
    expect(readProblem(fixtureBytes('v1-response-422-invalid-params').toString('utf8'))).toEqual({
      title: 'Invalid params',
      detail: 'The value of one or more parameters is invalid.',
      type: 'https://developer.vonage.com/api-errors/messages#1150',
      instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
      invalidParameters: [{ name: 'messenger.tag', reason: 'invalid value' }],
    })
  })

  it('may lack type and instance', () => {
    expect(readProblem(fixtureBytes('v1-response-401-missing-header').toString('utf8'))).toEqual({
      ...NOTHING,
      title: 'Unauthorised',
      detail: "Request header 'Authorization' missing",
    })
  })

  it.each([
    ['an empty body', '', null],
    ['a JSON text', '"no"', null],
    ['a JSON array', '[1]', null],
    ['an HTML page', '<html><head><title>\n502 Bad Gateway </title></head></html>', '502 Bad Gateway'],
    ['a number as title', '{"title":1000}', '1000'],
    ['plain text', 'upstream connect error', null],
  ])('of %s', (_, body, title) => {
    expect(readProblem(body)).toEqual({ ...NOTHING, title })
  })

  it('keeps parameters of an unknown shape', () => {
    const body = '{"invalid_parameters":["to.id",{"name":"from"},{"reason":"is required."},null]}'
    expect(readProblem(body).invalidParameters).toEqual([
      { name: 'to.id', reason: '' },
      { name: 'from', reason: '' },
      { name: '', reason: 'is required.' },
      { name: 'null', reason: '' },
    ])
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void readProblem(body)))
  })
})
