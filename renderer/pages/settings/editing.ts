/** What is being edited: nothing, a new profile, or a stored one. */
export type Editing = { readonly kind: 'none' | 'new' } | { readonly kind: 'stored'; readonly id: string }
