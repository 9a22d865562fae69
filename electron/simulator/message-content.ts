import { isJsonObject, type JsonObject, member } from '#shared/messenger/json-value.ts'
import { textLength } from '#shared/messenger/text-length.ts'
import type { InvalidParameter } from './api-answer.ts'

const MESSENGER_TYPES = ['text', 'image', 'audio', 'video', 'file', 'custom'] as const
export type MessengerType = (typeof MESSENGER_TYPES)[number]

const LONGEST_TEXT = 640
const CATEGORIES: readonly unknown[] = ['response', 'update', 'message_tag']

export function isMessengerType(value: unknown): value is MessengerType {
  return MESSENGER_TYPES.some((type) => type === value)
}

/**
 * What is wrong with the content field of a message; both versions have the same fields in different places.
 * File name endings are not checked: whether the API does is not documented. Texts may have up to 640 characters in the
 * v1 spec ("including unicode", so code points are counted), which is checked only where `isTextLimited`.
 */
export function contentProblems(
  content: JsonObject,
  type: MessengerType,
  isTextLimited: boolean,
): readonly InvalidParameter[] {
  const value = member(content, type)
  if (type === 'text') return textProblems(value, isTextLimited)
  if (type === 'custom') return isJsonObject(value) ? [] : [required('custom')]
  const url = member(value, 'url')
  if (!isFilled(url)) return [required(`${type}.url`)]
  return isHttpUrl(url) ? [] : [{ name: `${type}.url`, reason: 'must be a valid URL.' }]
}

function textProblems(value: unknown, isTextLimited: boolean): readonly InvalidParameter[] {
  if (!isFilled(value)) return [required('text')]
  const isTooLong = isTextLimited && textLength(value).codePoints > LONGEST_TEXT
  return isTooLong ? [{ name: 'text', reason: `must be a string of up to ${LONGEST_TEXT} characters.` }] : []
}

/** The category outside of its documented values, if it is. */
export function categoryProblem(messenger: unknown): InvalidParameter | null {
  const category = member(messenger, 'category')
  if (category === undefined || CATEGORIES.includes(category)) return null
  return {
    name: 'messenger.category',
    reason: 'Must be one of `response`, `update` or `message_tag`.',
  }
}

/** The tag is free text in the specs, but `message_tag` requires one. */
export function tagProblem(messenger: unknown): InvalidParameter | null {
  const tag = member(messenger, 'tag')
  if (tag === undefined) {
    return member(messenger, 'category') === 'message_tag' ? required('messenger.tag') : null
  }
  return isFilled(tag) ? null : { name: 'messenger.tag', reason: 'invalid value' }
}

/** Page and person ids: text of 1 to 50 characters, never a number. */
export function isId(value: unknown): value is string {
  return isFilled(value) && value.length <= 50
}

export function isHttpUrl(value: unknown): value is string {
  return typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '')
}

export function required(name: string): InvalidParameter {
  return { name, reason: 'is required.' }
}

function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
