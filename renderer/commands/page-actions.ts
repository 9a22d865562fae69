import type { PageName } from '../shell/page-name.ts'

/** How far to move in the callbacks list. */
export type ListMove = 'next' | 'previous' | 'page-down' | 'page-up' | 'first' | 'last'

/** What commands can do. A page offers those that make sense while it is shown; the rest are absent. */
type PageActions = {
  readonly goTo: (page: PageName) => void
  readonly openHelp: () => void
  readonly cyclePanes: (step: 1 | -1) => void
  readonly focusSearch: () => void
  readonly moveInList: (move: ListMove) => void
  readonly openDetails: () => void
  readonly backToList: () => void
  readonly followNewest: () => void
  readonly answerOtherwise: () => void
  readonly sendReply: () => void
  readonly copyCurl: () => void
}

/** The actions on offer at this moment. */
export type OfferedActions = { readonly [K in keyof PageActions]?: PageActions[K] }
