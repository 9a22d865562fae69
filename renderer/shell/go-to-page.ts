import { hashOfPage, type PageName } from './page-name.ts'

/** Shows a page, or a part of it; the address says which, so reload and Back work. */
export function goToPage(page: PageName, part = ''): void {
  location.hash = hashOfPage(page, part)
}
