import type { ReplyDraft } from '../reply.ts'
import { contentField, filled } from './content-field.ts'
import type { CommandToken } from './send-command.ts'

const CLASSES = {
  text: 'MessengerText',
  image: 'MessengerImage',
  audio: 'MessengerAudio',
  video: 'MessengerVideo',
  file: 'MessengerFile',
  custom: null,
} as const

export type NodeSnippetRequest = {
  readonly draft: ReplyDraft
  /** The base URL, without /v1/messages. */
  readonly apiHost: string
  readonly applicationId: string
  readonly token: CommandToken
}

/** Why Vonage's Node SDK cannot send a draft as it is, in one sentence; null when it can. */
export function nodeSnippetFault(draft: ReplyDraft): string | null {
  if (draft.version === 'v0.1') return 'The package @vonage/messages sends v1 requests only.'
  if (draft.bodyText !== null)
    return 'The package @vonage/messages writes the body itself, not from edited JSON.'
  return null
}

/**
 * A script (an ES module for Node) that sends a v1 draft with `@vonage/messages`. With a placeholder the SDK makes its
 * token from the private key in `VONAGE_PRIVATE_KEY`, as it does in an application; with a live token it is given that
 * one. Texts are JSON strings, which are JavaScript strings too.
 * Source: Vonage Node SDK, packages messages and auth.
 */
export function nodeSnippet({ draft, apiHost, applicationId, token }: NodeSnippetRequest): string {
  const className = CLASSES[draft.content.type]
  const host = JSON.stringify(apiHost.replace(/\/+$/, ''))
  return [
    `// npm install @vonage/messages @vonage/auth, save as send.mjs, run: node send.mjs`,
    `import { Auth } from '@vonage/auth'`,
    `import { ${className === null ? '' : `${className}, `}Messages } from '@vonage/messages'`,
    '',
    ...authLines(applicationId, token),
    `const messages = new Messages(auth, { apiHost: ${host} })`,
    ...tokenLines(token),
    '',
    'try {',
    `  const { messageUUID } = await messages.send(${messageText(draft, className)})`,
    '  console.log(messageUUID)',
    '} catch (error) {',
    '  // The message of the error holds the status only; the answer says what is wrong.',
    '  console.error(error.message, await error.response?.text())',
    '  process.exitCode = 1',
    '}',
    '',
  ].join('\n')
}

function authLines(applicationId: string, token: CommandToken): readonly string[] {
  if (token.kind === 'live') return ['const auth = new Auth()']
  return [
    'const auth = new Auth({',
    `  applicationId: ${JSON.stringify(applicationId)},`,
    '  // The key itself, or the path of its file.',
    '  privateKey: process.env.VONAGE_PRIVATE_KEY,',
    '})',
  ]
}

function tokenLines(token: CommandToken): readonly string[] {
  if (token.kind === 'placeholder') return []
  return [
    '// By itself the SDK makes a token from the private key. Here it is given one.',
    'messages.addAuthenticationToRequest = async (request) => ({',
    '  ...request,',
    `  headers: { ...request.headers, Authorization: ${JSON.stringify(`Bearer ${token.token}`)} },`,
    '})',
  ]
}

function messageText(draft: ReplyDraft, className: string | null): string {
  const messenger = filled({ category: draft.category, tag: draft.tag })
  const params = {
    ...(className === null && { channel: 'messenger', messageType: 'custom' }),
    ...filled({ to: draft.to, from: draft.from }),
    ...contentField(draft.content),
    ...(Object.keys(messenger).length > 0 && { messenger }),
    ...filled({
      clientRef: draft.clientRef,
      webhookUrl: draft.webhookUrl,
      webhookVersion: draft.webhookVersion,
    }),
  }
  const written = JSON.stringify(params, null, 2).replaceAll('\n', '\n  ')
  // Indented by two, so that only a line of this object matches: strings hold no line breaks.
  const literal = written.replace(/^( +)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
  return className === null ? literal : `new ${className}(${literal})`
}
