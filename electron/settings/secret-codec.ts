/** How a host keeps a secret on disk. */
export type SecretCodec = {
  /** Written beside each secret, so that another host knows whether it can read it. */
  readonly name: 'safe-storage' | 'file'
  /** Whether the system protects the stored form from other programs of the same user. */
  readonly isProtected: boolean
  /** How secrets are kept, for the person. */
  readonly sentence: string
  readonly protect: (secret: string) => Promise<string>
  readonly reveal: (stored: string) => Promise<string>
}

/** Secrets as they are, in a file that only the user's own account can read. Browser mode and command line use it. */
export function createFileSecretCodec(platform: NodeJS.Platform): SecretCodec {
  const who =
    platform === 'win32'
      ? 'in your user profile, unencrypted'
      : 'readable by your user account only (mode 0600), unencrypted'
  return {
    name: 'file',
    isProtected: false,
    sentence: `Secrets are kept in secrets.json in the data folder, ${who}.`,
    protect: async (secret) => secret,
    reveal: async (stored) => stored,
  }
}
