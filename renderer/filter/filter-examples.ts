/** What can be written, for whoever looks it up. */
export const filterExamples: readonly { readonly example: string; readonly finds: string }[] = [
  { example: 'order', finds: 'a word that begins like this, in body or headers' },
  { example: '"where is my order"', finds: 'these words side by side' },
  { example: 'kind:status', finds: 'statuses; also inbound, other' },
  { example: 'status:rejected', finds: 'one status' },
  { example: 'type:image', finds: 'one type of message or status' },
  { example: 'person:1234', finds: 'a person by PSID, in both directions; page: a Page' },
  { example: 'from:1234 to:5678', finds: 'who it is from, and to' },
  { example: 'sig:fail', finds: 'all but valid signatures; also valid, unsigned, invalid, unknown' },
  { example: 'has:error', finds: 'failed statuses; also image, audio, video, file, reply, note, repeat' },
  { example: 'is:pinned', finds: 'what was pinned' },
  { example: 'since:10m', finds: 'the last 10 minutes; also s, h, d, w' },
  { example: 'after:14:30 before:15:00', finds: 'a span of today; days are written 2026-11-20' },
  { example: 'code:1340', finds: 'the error code of a status' },
  { example: 'uuid:aaaaaaaa-…', finds: 'a message_uuid' },
  { example: 'version:v0.1', finds: 'the format of the callback' },
  { example: '-kind:status', finds: 'a minus in front: everything else' },
]
