/** What is being edited: nothing, a new target, or one there is. */
export type Editing = { readonly kind: 'none' | 'new' } | { readonly kind: 'stored'; readonly id: string }
