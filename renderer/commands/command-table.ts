import type { KeyChord, Os } from './key-chord.ts'
import type { OfferedActions } from './page-actions.ts'

/** Where a command's keys work: everywhere, or while the focus is in that part of the page. */
export type CommandScope = 'everywhere' | 'list' | 'details' | 'reply'

export type Command = {
  readonly id: string
  readonly title: string
  readonly keywords: readonly string[]
  readonly scope: CommandScope
  readonly keys: Readonly<Record<Os, readonly KeyChord[]>>
  readonly when: (actions: OfferedActions) => boolean
  readonly run: (actions: OfferedActions) => void
}

const onBoth = (...chords: readonly KeyChord[]) => ({ mac: chords, other: chords })

/** Every command there is. Shortcuts, tooltips and the help sheet all read this table. */
export const commandTable = [
  {
    id: 'page.callbacks',
    title: 'Go to Callbacks',
    keywords: ['home', 'list', 'webhooks'],
    scope: 'everywhere',
    keys: onBoth({ key: '1', code: 'Digit1', mod: true }),
    when: ({ goTo }) => goTo !== undefined,
    run: ({ goTo }) => goTo?.('callbacks'),
  },
  {
    id: 'page.replay',
    title: 'Go to Replay',
    keywords: ['runs', 'targets', 'forward', 'contract', 'server'],
    scope: 'everywhere',
    keys: onBoth({ key: '2', code: 'Digit2', mod: true }),
    when: ({ goTo }) => goTo !== undefined,
    run: ({ goTo }) => goTo?.('replay'),
  },
  {
    id: 'page.simulate',
    title: 'Go to Simulate',
    keywords: ['simulator', 'person', 'inbound'],
    scope: 'everywhere',
    keys: onBoth({ key: '3', code: 'Digit3', mod: true }),
    when: ({ goTo }) => goTo !== undefined,
    run: ({ goTo }) => goTo?.('simulate'),
  },
  {
    id: 'page.tokens',
    title: 'Go to Tokens',
    keywords: ['jwt', 'signature', 'authorization'],
    scope: 'everywhere',
    keys: onBoth({ key: '4', code: 'Digit4', mod: true }),
    when: ({ goTo }) => goTo !== undefined,
    run: ({ goTo }) => goTo?.('tokens'),
  },
  {
    id: 'page.connect',
    title: 'Go to Connect',
    keywords: ['application', 'webhook', 'addresses', 'lights', 'point', 'restore'],
    scope: 'everywhere',
    keys: onBoth({ key: '5', code: 'Digit5', mod: true }),
    when: ({ goTo }) => goTo !== undefined,
    run: ({ goTo }) => goTo?.('connect'),
  },
  {
    id: 'page.settings',
    title: 'Go to Settings',
    keywords: ['profiles', 'credentials', 'port'],
    scope: 'everywhere',
    keys: onBoth({ key: ',', code: 'Comma', mod: true }),
    when: ({ goTo }) => goTo !== undefined,
    run: ({ goTo }) => goTo?.('settings'),
  },
  {
    id: 'panes.next',
    title: 'Go to the next pane',
    keywords: ['focus', 'region'],
    scope: 'everywhere',
    keys: onBoth({ key: 'F6' }),
    when: ({ cyclePanes }) => cyclePanes !== undefined,
    run: ({ cyclePanes }) => cyclePanes?.(1),
  },
  {
    id: 'panes.previous',
    title: 'Go to the previous pane',
    keywords: ['focus', 'region'],
    scope: 'everywhere',
    keys: onBoth({ key: 'F6', shift: true }),
    when: ({ cyclePanes }) => cyclePanes !== undefined,
    run: ({ cyclePanes }) => cyclePanes?.(-1),
  },
  {
    id: 'help.shortcuts',
    title: 'Show keyboard shortcuts',
    keywords: ['help', 'keys'],
    scope: 'everywhere',
    keys: onBoth({ key: '/', code: 'Slash', mod: true }),
    when: ({ openHelp }) => openHelp !== undefined,
    run: ({ openHelp }) => openHelp?.(),
  },
  {
    id: 'search.focus',
    title: 'Search callbacks',
    keywords: ['find', 'filter'],
    scope: 'everywhere',
    keys: onBoth({ key: 'f', mod: true }),
    when: ({ focusSearch }) => focusSearch !== undefined,
    run: ({ focusSearch }) => focusSearch?.(),
  },
  {
    id: 'search.focus-from-page',
    title: 'Search callbacks (outside text fields)',
    keywords: ['find', 'filter'],
    scope: 'everywhere',
    keys: onBoth({ key: '/' }),
    when: ({ focusSearch }) => focusSearch !== undefined,
    run: ({ focusSearch }) => focusSearch?.(),
  },
  {
    id: 'reply.copy-curl',
    title: 'Copy the reply as curl',
    keywords: ['command', 'shell', 'bash'],
    scope: 'everywhere',
    keys: onBoth({ key: 'c', mod: true, shift: true }),
    when: ({ copyCurl }) => copyCurl !== undefined,
    run: ({ copyCurl }) => copyCurl?.(),
  },
  {
    id: 'reply.send',
    title: 'Send reply',
    keywords: ['message', 'answer'],
    scope: 'reply',
    keys: onBoth({ key: 'Enter', mod: true }),
    when: ({ sendReply }) => sendReply !== undefined,
    run: ({ sendReply }) => sendReply?.(),
  },
  {
    id: 'list.next',
    title: 'Next callback',
    keywords: ['down'],
    scope: 'list',
    keys: onBoth({ key: 'ArrowDown' }, { key: 'j' }),
    when: ({ moveInList }) => moveInList !== undefined,
    run: ({ moveInList }) => moveInList?.('next'),
  },
  {
    id: 'list.previous',
    title: 'Previous callback',
    keywords: ['up'],
    scope: 'list',
    keys: onBoth({ key: 'ArrowUp' }, { key: 'k' }),
    when: ({ moveInList }) => moveInList !== undefined,
    run: ({ moveInList }) => moveInList?.('previous'),
  },
  {
    id: 'list.page-down',
    title: 'One page down',
    keywords: [],
    scope: 'list',
    keys: onBoth({ key: 'PageDown' }),
    when: ({ moveInList }) => moveInList !== undefined,
    run: ({ moveInList }) => moveInList?.('page-down'),
  },
  {
    id: 'list.page-up',
    title: 'One page up',
    keywords: [],
    scope: 'list',
    keys: onBoth({ key: 'PageUp' }),
    when: ({ moveInList }) => moveInList !== undefined,
    run: ({ moveInList }) => moveInList?.('page-up'),
  },
  {
    id: 'list.first',
    title: 'Newest callback',
    keywords: ['top'],
    scope: 'list',
    keys: onBoth({ key: 'Home' }),
    when: ({ moveInList }) => moveInList !== undefined,
    run: ({ moveInList }) => moveInList?.('first'),
  },
  {
    id: 'list.last',
    title: 'Oldest loaded callback',
    keywords: ['bottom'],
    scope: 'list',
    keys: onBoth({ key: 'End' }),
    when: ({ moveInList }) => moveInList !== undefined,
    run: ({ moveInList }) => moveInList?.('last'),
  },
  {
    id: 'list.open-details',
    title: 'Go to the details',
    keywords: ['open'],
    scope: 'list',
    keys: onBoth({ key: 'Enter' }),
    when: ({ openDetails }) => openDetails !== undefined,
    run: ({ openDetails }) => openDetails?.(),
  },
  {
    id: 'list.follow',
    title: 'Follow the newest callback again',
    keywords: ['unpin', 'latest'],
    scope: 'list',
    keys: onBoth({ key: 'Escape' }),
    when: ({ followNewest }) => followNewest !== undefined,
    run: ({ followNewest }) => followNewest?.(),
  },
  {
    id: 'list.answer-otherwise',
    title: 'Answer callbacks otherwise',
    keywords: ['response', 'rule', 'retry', 'status', 'delay', 'drop'],
    scope: 'list',
    keys: onBoth({ key: 'a' }),
    when: ({ answerOtherwise }) => answerOtherwise !== undefined,
    run: ({ answerOtherwise }) => answerOtherwise?.(),
  },
  {
    id: 'list.help',
    title: 'Show keyboard shortcuts',
    keywords: ['help', 'keys'],
    scope: 'list',
    keys: onBoth({ key: '?' }),
    when: ({ openHelp }) => openHelp !== undefined,
    run: ({ openHelp }) => openHelp?.(),
  },
  {
    id: 'details.back',
    title: 'Back to the list',
    keywords: ['close'],
    scope: 'details',
    keys: onBoth({ key: 'Escape' }),
    when: ({ backToList }) => backToList !== undefined,
    run: ({ backToList }) => backToList?.(),
  },
] as const satisfies readonly Command[]

export type CommandId = (typeof commandTable)[number]['id']

/** The command of that id. */
export function commandOf(id: CommandId): Command {
  const command = commandTable.find((candidate) => candidate.id === id)
  if (command === undefined) throw new Error(`No command ${id}.`)
  return command
}
