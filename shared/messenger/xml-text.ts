/**
 * Text as it may stand between tags or in a quoted attribute of XML 1.0. What no XML document may hold even as a
 * reference (control characters, half a surrogate pair, U+FFFE and U+FFFF) becomes U+FFFD; line breaks and tabs become
 * references, so that an attribute keeps them. Source: XML 1.0, "Characters" and "Attribute-Value Normalization".
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_IN_XML, '\uFFFD')
    .replace(/[&<>"'\t\n\r]/g, (char) => `&#${char.charCodeAt(0)};`)
}

/** Everything but the characters that XML 1.0 allows. */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
