/** How long a text is: in code points, about what a person counts, and in UTF-16 units, what JavaScript counts. */
export function textLength(text: string): { readonly codePoints: number; readonly units: number } {
  return { codePoints: [...text].length, units: text.length }
}
