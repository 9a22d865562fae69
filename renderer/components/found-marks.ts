import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@uiw/react-codemirror'
import { highlightRanges } from '#shared/search/highlight.ts'
import type { SearchQuery } from '#shared/search/query.ts'

const found = Decoration.mark({ tagName: 'mark', class: 'found' })

/** Marks what a filter found in the lines in view. */
export function foundMarks(query: SearchQuery) {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet

      constructor(view: EditorView) {
        this.decorations = inView(view, query)
      }

      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.decorations = inView(update.view, query)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

function inView(view: EditorView, query: SearchQuery): DecorationSet {
  const marks = view.visibleRanges.flatMap(({ from, to }) =>
    highlightRanges(view.state.sliceDoc(from, to), query).map(({ start, end }) =>
      found.range(from + start, from + end),
    ),
  )
  return Decoration.set([...marks])
}
