/** What a redacted file has something else for. */
export type FakeKind =
  | 'person'
  | 'page'
  | 'uuid'
  | 'application'
  | 'api-key'
  | 'number'
  | 'name'
  | 'client-ref'
  | 'profile'
  | 'url'
  | 'host'
  | 'ip'

/** Counts the different values of a kind: 1 for the first that is asked about, 2 for the next; always the same for one. */
export type Numbering = (kind: FakeKind, value: string) => number

/** What stands for a value in a redacted file. */
export type Fake = (kind: FakeKind, value: string) => string

const FORMS: Readonly<Record<FakeKind, (n: number) => string>> = {
  person: (n) => String(1_000_000_000_000_000 + n),
  page: (n) => String(2_000_000_000_000_000 + n),
  number: (n) => String(9_000_000_000_000_000 + n),
  uuid: (n) => `00000000-0000-4000-8000-${hex(n, 12)}`,
  application: (n) => `00000000-0000-4000-9000-${hex(n, 12)}`,
  'api-key': (n) => `a${hex(n, 7)}`,
  name: (n) => `Person ${n}`,
  'client-ref': (n) => `client-ref-${n}`,
  profile: (n) => `Profile ${n}`,
  url: (n) => `https://example.com/${n}`,
  host: (n) => `host-${n}.example.com`,
  // Ranges for documentation: RFC 5737 and RFC 3849.
  ip: (n) => (n <= 254 ? `192.0.2.${n}` : `2001:db8::${n.toString(16)}`),
}

/**
 * Fake values by order of first appearance. Because only the order counts, what is redacted again comes out as it went
 * in: the first fake person is the first person there is.
 */
export function fakesFrom(numberOf: Numbering): Fake {
  return (kind, value) => (value === '' ? '' : FORMS[kind](numberOf(kind, value)))
}

/** A numbering in memory, for what fits in there. */
export function createNumbering(): Numbering {
  const known = new Map<FakeKind, Map<string, number>>()
  return (kind, value) => {
    const ofKind = known.get(kind) ?? new Map<string, number>()
    known.set(kind, ofKind)
    const number = ofKind.get(value) ?? ofKind.size + 1
    ofKind.set(value, number)
    return number
  }
}

function hex(n: number, digits: number): string {
  return n.toString(16).padStart(digits, '0')
}
