/** For a region that scrolls and holds nothing else to focus: it must be reachable without a mouse (WCAG 2.1.1). */
export const keyboardScrollable = { tabIndex: 0 } as const
