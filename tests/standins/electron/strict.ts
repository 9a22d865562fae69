import { EventEmitter } from 'node:events'

/** What a language or a debugger asks of any object; answering "undefined" is right for it. */
const HARMLESS = new Set(['then', 'toJSON', 'constructor', 'inspect', 'nodeType', 'asymmetricMatch'])

/** The object, with every member it does not have throwing by name: a gap of the stand-in must be loud. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || HARMLESS.has(key))
        return Reflect.get(object, key, receiver)
      throw new Error(`stand-in: electron.${name}.${key} is not implemented`)
    },
  })
}

/** A base class for emitters whose instances throw by name for every member their class does not have. */
export function strictEmitter(name: string): new () => EventEmitter {
  class StrictEmitter extends EventEmitter {}
  Object.setPrototypeOf(StrictEmitter.prototype, strict(name, EventEmitter.prototype))
  return StrictEmitter
}

/** A member of the electron module that the stand-in does not have at all. */
export function missing(name: string): object {
  const fail = (): never => {
    throw new Error(`stand-in: electron.${name} is not implemented`)
  }
  return new Proxy(fail, { get: (_, key) => (typeof key === 'symbol' ? undefined : fail()), construct: fail })
}
