/** Stands in index.html wherever a response puts its nonce. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/**
 * Headers of every page response in both hosts. Nothing from outside is loaded, nothing may frame the page,
 * and a style element needs this response's nonce (React Aria and CodeMirror each make one).
 */
export function pageHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    'media-src data:',
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** index.html with the nonce of this response in its `csp-nonce` meta element. */
export function withNonce(indexHtml: string, nonce: string): string {
  return indexHtml.replaceAll(NONCE_PLACEHOLDER, nonce)
}
