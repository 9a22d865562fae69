/** `331 bytes`, `4.6 KiB`, `1.2 MiB`, `1.0 GiB`. */
export function sizeText(bytes: number): string {
  if (bytes === 1) return '1 byte'
  if (bytes < 1024) return `${bytes} bytes`
  // What would be rounded up to 1024.0 KiB is 1.0 MiB.
  if (bytes < 1023.95 * 1024) return `${(bytes / 1024).toFixed(1)} KiB`
  if (bytes < 1023.95 * 1024 ** 2) return `${(bytes / 1024 ** 2).toFixed(1)} MiB`
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`
}
