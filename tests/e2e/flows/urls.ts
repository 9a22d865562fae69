/** Where a running workbench can be reached, as both hosts tell it. */
export type WorkbenchUrls = {
  /** The page, with its token. */
  readonly workbench: string
  readonly inbound: string
  readonly status: string
  readonly simulator: string
}
