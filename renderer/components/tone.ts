/** What a colour repeats of the word it stands behind. */
export type Tone = 'neutral' | 'ok' | 'warn' | 'bad'
