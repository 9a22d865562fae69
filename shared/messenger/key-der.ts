/** What the first bytes of an ASN.1 DER structure say it is. */
export type DerKind = 'pkcs8' | 'pkcs1' | 'encrypted' | 'public' | 'certificate' | 'unknown'

const SEQUENCE = 0x30
const INTEGER = 0x02
const OBJECT_ID = 0x06
const BIT_STRING = 0x03

/** Where the content of the element at `at` begins and how long it is; null when the bytes are no DER element. */
function element(bytes: Uint8Array, at: number) {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) return null
  if (first < 0x80) return { tag, start: at + 2, length: first }
  const sizeBytes = first & 0x7f
  if (sizeBytes === 0 || sizeBytes > 4) return null
  const size = bytes.subarray(at + 2, at + 2 + sizeBytes)
  if (size.length < sizeBytes) return null
  return { tag, start: at + 2 + sizeBytes, length: size.reduce((sum, byte) => sum * 256 + byte, 0) }
}

/** Bytes the outer structure lacks: above 0 means the end is cut off. Null when there is no outer structure. */
export function missingBytes(bytes: Uint8Array): number | null {
  const outer = element(bytes, 0)
  if (outer === null || outer.tag !== SEQUENCE) return null
  return Math.max(0, outer.start + outer.length - bytes.length)
}

/**
 * Tells the key formats apart by their outer shape.
 * Source: RFC 5958 (PKCS#8: version, algorithm, key), RFC 8017 A.1.2 (PKCS#1: version, modulus, ...),
 * RFC 5958 §3 (encrypted: algorithm, data), RFC 5280 (public key: algorithm, bits; certificate: three parts).
 */
export function derKind(bytes: Uint8Array): DerKind {
  const outer = element(bytes, 0)
  if (outer === null || outer.tag !== SEQUENCE) return 'unknown'
  const first = element(bytes, outer.start)
  if (first === null) return 'unknown'
  const second = element(bytes, first.start + first.length)
  if (first.tag === INTEGER) return privateKind(first.length, second?.tag)
  if (first.tag !== SEQUENCE) return 'unknown'
  if (bytes[first.start] !== OBJECT_ID) return 'certificate'
  return second?.tag === BIT_STRING ? 'public' : 'encrypted'
}

/** Both begin with a one-byte version; a long number first is the modulus of a bare public key. */
function privateKind(firstLength: number, secondTag: number | undefined): DerKind {
  if (firstLength > 1) return 'public'
  if (secondTag === SEQUENCE) return 'pkcs8'
  return secondTag === INTEGER ? 'pkcs1' : 'unknown'
}
