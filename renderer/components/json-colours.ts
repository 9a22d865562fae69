import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@uiw/react-codemirror'

const TOKENS = /("(?:[^"\\\n]|\\.)*")(\s*:)?|-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b|\b(?:true|false|null)\b/g

const marks = {
  name: Decoration.mark({ class: 'json-name' }),
  string: Decoration.mark({ class: 'json-string' }),
  word: Decoration.mark({ class: 'json-word' }),
}

const matcher = new MatchDecorator({
  regexp: TOKENS,
  decoration: (match) => {
    if (match[1] === undefined) return marks.word
    return match[2] === undefined ? marks.string : marks.name
  },
})

/** Colours the JSON tokens in view. The colours come from the page's own tokens, so they follow the theme. */
export const jsonColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet

    constructor(view: EditorView) {
      this.decorations = matcher.createDeco(view)
    }

    update(update: ViewUpdate) {
      this.decorations = matcher.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)
