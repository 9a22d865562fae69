/** How long an answer took: `1.8 ms`, `12 ms`, `1.2 s`. */
export function durationText(ms: number): string {
  if (ms < 9.95) return `${ms.toFixed(1)} ms`
  if (ms < 999.5) return `${Math.round(ms)} ms`
  return `${(ms / 1000).toFixed(1)} s`
}

/** How long after something: `0.04 s`, `0.9 s`, `2 m 05 s`, `3 h 10 m`. A clock set back reads as 0. */
export function delayText(ms: number): string {
  const seconds = Math.max(0, ms) / 1000
  if (seconds < 0.095) return `${seconds.toFixed(2)} s`
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`
  const whole = Math.round(seconds)
  if (whole < 3600) return `${Math.floor(whole / 60)} m ${String(whole % 60).padStart(2, '0')} s`
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} m`
}
