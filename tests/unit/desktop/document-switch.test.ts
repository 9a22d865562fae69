import { describe, expect, it } from 'vitest'
import { createDocumentSwitch } from '#electron/desktop/document-switch.ts'

function recorded() {
  const log: string[] = []
  const documents = createDocumentSwitch((id) => {
    log.push(`open ${id}`)
    return { receive: (text) => log.push(`${id} hears ${text}`), close: () => log.push(`close ${id}`) }
  })
  return { log, documents }
}

describe('the documents of a window', () => {
  it('each have a page end of their own, and the next ends the one before', () => {
    const { log, documents } = recorded()
    documents.receive('a', '1')
    documents.receive('a', '2')
    documents.receive('b', '1')
    expect(log).toEqual(['open a', 'a hears 1', 'a hears 2', 'close a', 'open b', 'b hears 1'])
  })

  it('stay gone: a late message reaches nobody', () => {
    const { log, documents } = recorded()
    documents.receive('a', '1')
    documents.receive('b', '1')
    documents.receive('a', 'late')
    expect(log.at(-1)).toBe('b hears 1')
  })

  it('end with the window, once', () => {
    const { log, documents } = recorded()
    documents.receive('a', '1')
    documents.close()
    documents.close()
    documents.receive('a', 'late')
    expect(log).toEqual(['open a', 'a hears 1', 'close a'])
  })

  it('may come again after the process behind them died', () => {
    const { log, documents } = recorded()
    documents.receive('a', '1')
    documents.close()
    documents.receive('b', '1')
    expect(log.slice(-2)).toEqual(['open b', 'b hears 1'])
  })
})
