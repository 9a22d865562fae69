/** Asks the person for files, where the app can: on the desktop. */
export type SessionFiles = {
  /** Where to write a file; null: the person thought better of it. */
  readonly choosePlace: (suggestedName: string) => Promise<string | null>
  /** Which file to read; null: none. */
  readonly chooseFile: () => Promise<string | null>
}
