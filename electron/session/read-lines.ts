const NEW_LINE = 0x0a

/** A line of a file. `bytes` null: it was longer than is ever needed. `isWhole`: its end was there too. */
export type FileLine = { readonly number: number; readonly bytes: Buffer | null; readonly isWhole: boolean }

/** The lines of a file as it comes in. Of what is kept between two parts, only the line that is not yet complete. */
export async function* readLines(
  parts: AsyncIterable<Uint8Array>,
  mostBytes: number,
): AsyncGenerator<FileLine, undefined> {
  let number = 1
  let begun: Buffer[] = []
  let begunBytes = 0

  function keep(bytes: Buffer): void {
    begunBytes += bytes.length
    if (begunBytes <= mostBytes) begun.push(bytes)
    else begun = []
  }
  function take(isWhole: boolean): FileLine {
    const bytes = begunBytes > mostBytes ? null : Buffer.concat(begun)
    const line = { number, bytes, isWhole }
    number += 1
    begun = []
    begunBytes = 0
    return line
  }

  for await (const part of parts) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
    let start = 0
    for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, start)) {
      keep(bytes.subarray(start, end))
      yield take(true)
      start = end + 1
    }
    // A copy: whoever gives the parts may use their memory again.
    if (start < bytes.length) keep(Buffer.from(bytes.subarray(start)))
  }
  if (begunBytes > 0) yield take(false)
}
