import type { PageName } from '../shell/page-name.ts'

/** How far to move in the callbacks list. */
export type ListMove = 'next' | 'previous' | 'page-down' | 'page-up' | 'first' | 'last'

/** What a move does to the selection: it goes along, grows to a range, or stays while the focus moves. */
export type MoveHow = 'alone' | 'range' | 'focus-only'

/** What commands can do. A page offers those that make sense while it is shown; the rest are absent. */
type PageActions = {
  readonly goTo: (page: PageName) => void
  readonly openPalette: () => void
  readonly openHelp: () => void
  /** Another site, in the browser. */
  readonly openLink: (url: string) => void
  readonly reload: () => void
  readonly cyclePanes: (step: 1 | -1) => void
  readonly focusSearch: () => void
  readonly moveInList: (move: ListMove, how?: MoveHow) => void
  readonly toggleInList: () => void
  readonly selectAllInList: () => void
  readonly openDetails: () => void
  readonly backToList: () => void
  readonly followNewest: () => void
  /** The selected callback at once; several after asking. */
  readonly replaySelected: () => void
  readonly chooseReplay: () => void
  readonly editAndReplay: () => void
  /** These ask first. */
  readonly replayShown: () => void
  readonly replayListed: () => void
  readonly replayConversation: () => void
  readonly answerOtherwise: () => void
  /** Pins the selected callbacks, or unpins them when all of them are pinned. */
  readonly togglePin: () => void
  readonly deleteSelected: () => void
  readonly deleteAll: () => void
  /** These ask first. */
  readonly deleteListed: () => void
  readonly deleteEverything: () => void
  /** Brings back what was deleted last, while that is offered. */
  readonly undoDelete: () => void
  readonly saveFilter: () => void
  readonly editFilters: () => void
  readonly exportCallbacks: () => void
  readonly importCallbacks: () => void
  readonly sendReply: () => void
  readonly copyCurl: () => void
  readonly copyReplyJson: () => void
  /** The last reply, once one was sent. */
  readonly copyReplyReport: () => void
  readonly findInBody: () => void
  readonly closeFind: () => void
}

/** The actions on offer at this moment. */
export type OfferedActions = { readonly [K in keyof PageActions]?: PageActions[K] }
