const CONTROL_PICTURES = 0x2400
const DELETE_PICTURE = '\u2421'
const STAND_IN = '\ufffd'
/** Controls, and what changes the direction of text or has no width: it could make a body look like another one. */
const UNSEEN = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu

/** Text as it is shown: every character can be seen, and each stays as long as it was. Tabs stay tabs. */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0)
    if (character === '\t' || character === '\n') return character
    if (code < 0x20) return String.fromCharCode(CONTROL_PICTURES + code)
    return code === 0x7f ? DELETE_PICTURE : STAND_IN
  })
}
