import type { Explanation } from '../errors.ts'

/** Why a text is not a private key that can sign API tokens. */
export type KeyFault =
  | 'empty'
  | 'not-a-key'
  | 'file-path'
  | 'public-key'
  | 'certificate'
  | 'encrypted'
  | 'openssh'
  | 'not-rsa'
  | 'too-short'
  | 'truncated'
  | 'damaged'

type Reason = { readonly why: string; readonly fix: string }

const PASTE_AGAIN = 'Paste the whole file again, or choose the file itself.'

const REASONS: Readonly<Record<KeyFault, Reason>> = {
  empty: {
    why: 'The text is empty.',
    fix: 'Paste the content of the application’s private.key file.',
  },
  'not-a-key': {
    why: 'The text is not a private key. One begins with -----BEGIN PRIVATE KEY-----.',
    fix: 'Paste the content of the private.key file that Vonage offered when the application was made.',
  },
  'file-path': {
    why: 'This is the path of a file, not the key in it.',
    fix: 'Choose the file instead, or open it and paste its content.',
  },
  'public-key': {
    why: 'This is a public key. It can check tokens, but not make them.',
    fix: 'Use the private.key file that belongs to the same application.',
  },
  certificate: {
    why: 'This is a certificate. It holds a public key only.',
    fix: 'Use the application’s private.key file.',
  },
  encrypted: {
    why: 'The key is protected with a passphrase.',
    fix: 'Take the passphrase off (openssl pkey -in private.key -out plain.key) and use the new file.',
  },
  openssh: {
    why: 'The key is in the format of SSH programs, which Vonage does not use.',
    fix: 'Use the private.key file of the Vonage application.',
  },
  'not-rsa': {
    why: 'The key is not an RSA key. Vonage’s tokens are signed with RSA (RS256).',
    fix: 'Use the application’s own private.key file, or make a new key pair for it in the dashboard.',
  },
  'too-short': {
    why: 'The RSA key is shorter than 2048 bits, which RS256 does not allow.',
    fix: 'Make a new key pair for the application in the dashboard.',
  },
  truncated: {
    why: 'A part of the key is missing: it was cut off.',
    fix: PASTE_AGAIN,
  },
  damaged: {
    why: 'The text between the BEGIN and END lines is damaged.',
    fix: PASTE_AGAIN,
  },
}

const AUTHENTICATION_GUIDE = 'https://developer.vonage.com/en/getting-started/concepts/authentication'

/**
 * The three sentences for a key that cannot be used. They never hold any part of the key.
 * Source: Vonage authentication guide (RS256, application key pair); RFC 7518 §3.3 (2048 bits at least).
 */
export function explainKeyFault(fault: KeyFault): Explanation {
  return {
    code: 'KEY_UNUSABLE',
    what: 'The private key cannot be used.',
    ...REASONS[fault],
    link: AUTHENTICATION_GUIDE,
  }
}
