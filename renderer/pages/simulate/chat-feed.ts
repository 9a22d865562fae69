import type { ChatBubble } from '#shared/simulator.ts'

/** The simulator forgets older ones too. */
const MOST_BUBBLES = 500

/** The bubbles of all people, oldest first, and whether they have been loaded since the last reset. */
export type ChatFeed = { readonly bubbles: readonly ChatBubble[]; readonly isLoaded: boolean }

export type ChatAction =
  /** What is shown stays until the bubbles of that load are there. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'loaded'; readonly bubbles: readonly ChatBubble[] }
  | { readonly kind: 'bubble'; readonly bubble: ChatBubble }

export const emptyChat: ChatFeed & { readonly since: readonly ChatBubble[] } = {
  bubbles: [],
  isLoaded: false,
  since: [],
}

type State = typeof emptyChat

/** Keeps the chat of the page: loaded once, then bubble by bubble. `since` are those that arrived during a load. */
export function chatFeed(state: State, action: ChatAction): State {
  switch (action.kind) {
    case 'reset':
      return { ...state, since: [], isLoaded: false }
    case 'loaded':
      return { bubbles: state.since.reduce(withBubble, action.bubbles), since: [], isLoaded: true }
    case 'bubble': {
      const bubbles = withBubble(state.bubbles, action.bubble)
      return state.isLoaded
        ? { ...state, bubbles }
        : { ...state, bubbles, since: [...state.since, action.bubble] }
    }
  }
}

/** A bubble only ever gains progress, so of two of the same id the one with more of it is the later one. */
function withBubble(bubbles: readonly ChatBubble[], bubble: ChatBubble): readonly ChatBubble[] {
  const at = bubbles.findLastIndex(({ id }) => id === bubble.id)
  const known = bubbles[at]
  if (known === undefined) return [...bubbles, bubble].slice(-MOST_BUBBLES)
  return known.progress.length > bubble.progress.length ? bubbles : bubbles.with(at, bubble)
}
