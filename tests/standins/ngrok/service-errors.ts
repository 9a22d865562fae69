/** The real service's texts for the errors a person meets, in its shape: text, blank line, code. They repeat the token. */
export const serviceErrors = {
  noToken: () =>
    serviceError(
      'Usage of ngrok requires a verified account and authtoken.\n\nSign up for an account: https://dashboard.ngrok.com/signup\nInstall your authtoken: https://dashboard.ngrok.com/get-started/your-authtoken',
      'ERR_NGROK_4018',
    ),
  malformedToken: (token: string) =>
    serviceError(
      `The authtoken you specified does not look like a proper ngrok authtoken.\nYour authtoken: ${token}\nInstructions to install your authtoken are on your ngrok dashboard:\nhttps://dashboard.ngrok.com/get-started/your-authtoken`,
      'ERR_NGROK_105',
    ),
  invalidToken: (token: string) =>
    serviceError(
      `The authtoken you specified is properly formed, but it is invalid.\nYour authtoken: ${token}`,
      'ERR_NGROK_107',
    ),
  agentLimit: (sessions: number) =>
    serviceError(
      `Your account is limited to ${sessions} simultaneous ngrok agent sessions.`,
      'ERR_NGROK_108',
    ),
  invalidDomain: (domain: string) =>
    serviceError(`The domain '${domain}' is not reserved for your account.`, 'ERR_NGROK_326'),
  inUse: (url: string) =>
    serviceError(
      `The endpoint '${url}' is already online. Either\n1. stop your existing endpoint first, or\n2. start both endpoints with pooling enabled to load balance between them.`,
      'ERR_NGROK_334',
    ),
} as const

function serviceError(text: string, code: string): string {
  return `${text}\r\n\r\n${code}\r\n`
}
