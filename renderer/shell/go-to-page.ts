import { hashOfPage, type PageName } from './page-name.ts'

/** Shows a page; the address says which, so reload and Back work. */
export function goToPage(page: PageName): void {
  location.hash = hashOfPage(page)
}
