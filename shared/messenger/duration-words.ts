/** A length of time in its two largest units: `42 s`, `14 m 02 s`, `3 h 05 m`, `2 d 03 h`. Negative reads as 0. */
export function durationWords(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} m ${padded(seconds % 60)} s`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h ${padded(minutes % 60)} m`
  return `${Math.floor(hours / 24)} d ${padded(hours % 24)} h`
}

function padded(value: number): string {
  return String(value).padStart(2, '0')
}
