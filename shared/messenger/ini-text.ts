export type IniValue = { readonly section: string; readonly name: string; readonly value: string }

/**
 * Reads the values of an INI file with the section each stands in ('' before the first). Comments begin with `;` or
 * `#`; quotes around a value are taken off. Lines that are neither are skipped. Never throws.
 */
export function readIniText(text: string): readonly IniValue[] {
  let section = ''
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .flatMap((raw): readonly IniValue[] => {
      const line = raw.trim()
      if (line.startsWith(';') || line.startsWith('#')) return []
      if (line.startsWith('[') && line.endsWith(']')) {
        section = line.slice(1, -1).trim()
        return []
      }
      const equals = line.indexOf('=')
      if (equals < 1) return []
      const value = line.slice(equals + 1).trim()
      return [{ section, name: line.slice(0, equals).trim(), value: value.replace(/^(["'])(.*)\1$/, '$2') }]
    })
}
