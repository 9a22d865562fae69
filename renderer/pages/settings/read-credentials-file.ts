import { LONGEST_CREDENTIALS_TEXT } from '#shared/credentials.ts'

type CredentialsFileReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string }

/** The text of a chosen or dropped file, unless it is too big to be one of credentials. */
export async function readCredentialsFile(file: File): Promise<CredentialsFileReading> {
  if (file.size > LONGEST_CREDENTIALS_TEXT) {
    return {
      ok: false,
      problem: `${file.name} has ${file.size} bytes. A file of credentials is far smaller.`,
    }
  }
  try {
    return { ok: true, text: await file.text() }
  } catch {
    return { ok: false, problem: `${file.name} could not be read. Paste its text instead.` }
  }
}
