/** What stands in the Authorization header of a command: a real token, or a variable for the shell to fill in. */
export type CommandToken =
  | { readonly kind: 'live'; readonly token: string }
  | { readonly kind: 'placeholder' }

/** A request of the Messages API, as a command has to repeat it. */
export type SendRequest = { readonly url: string; readonly token: CommandToken; readonly bodyText: string }
