import { registerHooks } from 'node:module'

const ADDRESS = 'standin:electron'
const GLOBAL_NAME = 'electronStandin'

/**
 * Makes `electron` importable and requirable in this process. The source spells out every name, because named imports
 * of a CommonJS module are found by reading its text.
 */
export function installElectronModule(exported: Readonly<Record<string, unknown>>): void {
  Object.defineProperty(globalThis, GLOBAL_NAME, { value: exported })
  const source = Object.keys(exported)
    .map((name) => `exports.${name} = globalThis.${GLOBAL_NAME}.${name}`)
    .join('\n')

  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron'
        ? { url: ADDRESS, format: 'commonjs', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === ADDRESS ? { format: 'commonjs', source, shortCircuit: true } : next(url, context),
  })
}
