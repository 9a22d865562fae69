import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate authority of one process's lifetime and a certificate for this computer, as PEM. */
export type Certificates = { readonly caPem: string; readonly certPem: string; readonly keyPem: string }

const CA_NAME = 'ngrok stand-in CA'
const DAY_MS = 86_400_000

/**
 * A throwaway CA and a leaf for 127.0.0.1, ::1 and localhost. Two certificates, because the SDK refuses one that is
 * its own authority.
 */
export function makeCertificates(): Certificates {
  const ca = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const leaf = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const isAuthority = extension('551d13', true, hex('30030101ff'))
  const names = der(
    0x30,
    der(0x82, Buffer.from('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
    der(0x87, Buffer.concat([Buffer.alloc(15), Buffer.from([1])])),
  )
  return {
    caPem: issue({
      subject: CA_NAME,
      publicKey: ca.publicKey,
      signKey: ca.privateKey,
      extensions: [isAuthority],
    }),
    certPem: issue({
      subject: 'localhost',
      publicKey: leaf.publicKey,
      signKey: ca.privateKey,
      extensions: [extension('551d11', false, names)],
    }),
    keyPem: leaf.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

type Issue = {
  readonly subject: string
  readonly publicKey: KeyObject
  readonly signKey: KeyObject
  readonly extensions: readonly Buffer[]
}

/** An X.509 v3 certificate, signed by the CA with ECDSA and SHA-256. */
function issue({ subject, publicKey, signKey, extensions }: Issue): string {
  const algorithm = der(0x30, objectId('2a8648ce3d040302'))
  const serial = randomBytes(8)
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  const content = der(
    0x30,
    hex('a003020102'),
    der(0x02, serial),
    algorithm,
    commonName(CA_NAME),
    der(0x30, utcTime(Date.now() - DAY_MS), utcTime(Date.now() + 365 * DAY_MS)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, ...extensions)),
  )
  const signature = sign('sha256', content, signKey)
  return pem(der(0x30, content, algorithm, der(0x03, Buffer.from([0]), signature)))
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(size)]), body])
}

function lengthOctets(size: number): readonly number[] {
  if (size < 0x80) return [size]
  return size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

function objectId(text: string): Buffer {
  return der(0x06, hex(text))
}

function commonName(name: string): Buffer {
  return der(0x30, der(0x31, der(0x30, objectId('550403'), der(0x0c, Buffer.from(name)))))
}

function utcTime(atMs: number): Buffer {
  const digits = new Date(atMs).toISOString().replace(/[-:T]/g, '').slice(2, 14)
  return der(0x17, Buffer.from(`${digits}Z`))
}

function extension(id: string, isCritical: boolean, value: Buffer): Buffer {
  return der(0x30, objectId(id), isCritical ? hex('0101ff') : Buffer.alloc(0), der(0x04, value))
}

function pem(bytes: Buffer): string {
  const lines = bytes.toString('base64').replace(/.{64}/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
