const LARGEST_KEY_BYTES = 64 * 1024

type KeyFileReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string }

/** The text of a chosen file, unless it cannot be a private key by its size. */
export async function readKeyFile(file: File): Promise<KeyFileReading> {
  if (file.size > LARGEST_KEY_BYTES) {
    return { ok: false, problem: `${file.name} has ${file.size} bytes. A private key has a few thousand.` }
  }
  try {
    return { ok: true, text: await file.text() }
  } catch {
    return { ok: false, problem: `${file.name} could not be read. Paste its text instead.` }
  }
}
