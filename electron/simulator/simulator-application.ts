/** The Vonage account and application that the simulator plays, as far as its API needs them. */
export type SimulatorApplication = {
  readonly id: string
  readonly apiKey: string
  readonly apiSecret: string
  /** Key of the callbacks' signatures. */
  readonly signatureSecret: string
  /** SubjectPublicKeyInfo PEM; tokens must be signed with its private half. */
  readonly publicKeyPem: string
}
