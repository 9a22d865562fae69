/** What an error code of a rejected or undeliverable message means to somebody who tests Messenger. */
export type StatusCodeMeaning = { readonly meaning: string; readonly fix: string }

/**
 * Asynchronous error codes in Messenger's terms. Vonage's own texts speak of phone numbers in places, because all
 * channels share them. Source: Messages API specification, "Error codes"; Messenger platform policy (24-hour window).
 */
const MEANINGS: Readonly<Record<string, StatusCodeMeaning>> = {
  '1000': {
    meaning: 'Throttled: too many messages at once.',
    fix: 'Send more slowly. The sandbox allows one message a second.',
  },
  '1010': {
    meaning: 'A required parameter is missing.',
    fix: 'Compare the request body with the documented fields.',
  },
  '1020': {
    meaning: 'A parameter has an invalid value.',
    fix: 'Compare the request body with the documented fields.',
  },
  '1021': {
    meaning: 'The message tag is not valid.',
    fix: 'Use category message_tag with a tag that Meta still defines, such as HUMAN_AGENT.',
  },
  '1022': {
    meaning: 'The template or its parameters are not valid.',
    fix: "Check the custom payload against Meta's template reference.",
  },
  '1030': { meaning: 'Vonage had an error of its own.', fix: 'Send it again later.' },
  '1040': { meaning: 'The message could not be processed.', fix: 'Check the content, then send it again.' },
  '1050': { meaning: 'The recipient is barred.', fix: 'This person cannot be reached through this account.' },
  '1060': { meaning: 'The account is barred.', fix: 'Ask Vonage support why.' },
  '1070': { meaning: 'The account has no credit.', fix: 'Top up the account in the dashboard.' },
  '1100': { meaning: 'Communication with the provider failed.', fix: 'Temporary. Send it again later.' },
  '1120': {
    meaning: 'The sender was rejected.',
    fix: 'Check that "from" is the Page ID and that the Page is linked to this application.',
  },
  '1130': { meaning: 'The time to live is not valid.', fix: 'Messenger messages have none: leave ttl out.' },
  '1140': {
    meaning: 'The feature is not enabled for this account.',
    fix: 'Enable Messages for the application in the dashboard.',
  },
  '1160': {
    meaning: 'The recipient is not on the allow-list.',
    fix: 'In the sandbox, let this person send the passphrase to the sandbox Page first.',
  },
  '1170': {
    meaning: 'The recipient is missing or not valid.',
    fix: 'Use the PSID from an inbound message as "to".',
  },
  '1230': { meaning: "The provider's network failed.", fix: 'Temporary. Send it again later.' },
  '1240': { meaning: 'The person has opted out.', fix: 'Wait until they write to the Page again.' },
  '1241': {
    meaning: 'Too many send requests to this person.',
    fix: 'Meta limits the rate. Send more slowly.',
  },
  '1250': { meaning: 'There is no route to the recipient.', fix: 'Check that "to" is a PSID of this Page.' },
  '1260': { meaning: 'The recipient cannot be reached.', fix: 'Check that "to" is a PSID of this Page.' },
  '1300': {
    meaning: 'This id is not a Messenger user of this Page.',
    fix: 'A PSID belongs to one Page: use the one from an inbound message to this Page. The person may also have deleted the conversation.',
  },
  '1310': { meaning: "The person's device cannot show this message.", fix: 'Send plain text instead.' },
  '1320': {
    meaning: 'The same message was already sent.',
    fix: 'Nothing to do, unless it was not meant to be a repeat.',
  },
  '1330': { meaning: 'The provider failed for an unknown reason.', fix: 'Send it again later.' },
  '1331': { meaning: 'The provider does not respond.', fix: 'Send it again later.' },
  '1340': {
    meaning: 'Outside the 24-hour window.',
    fix: 'Wait until the person writes again, or use category message_tag with a fitting tag.',
  },
  '1350': {
    meaning: 'The Page has not paid a fee that Meta used to ask for.',
    fix: 'Legacy. Ask Vonage support.',
  },
  '1360': {
    meaning: 'The message expired before it was delivered.',
    fix: 'Messenger messages have no time to live: leave ttl out.',
  },
  '1370': {
    meaning: 'The link between the Page and Vonage has expired.',
    fix: 'Link the Page again in the dashboard. It has to be renewed every 90 days.',
  },
  '1380': {
    meaning: 'The media URL cannot be used.',
    fix: 'Check that it can be fetched from the internet without logging in.',
  },
  '1381': { meaning: 'The media file is too large.', fix: 'Send a smaller file.' },
  '1382': {
    meaning: 'The media file has the wrong type.',
    fix: 'Messenger takes jpg, png and gif images, mp3 audio and mp4 video.',
  },
  '1400': { meaning: 'The channel is not supported.', fix: 'Use channel "messenger".' },
  '1410': { meaning: 'The channel parameters are not valid.', fix: 'Check category and tag.' },
  '1420': {
    meaning: 'The sender is not valid.',
    fix: 'Check that "from" is the Page ID and that the Page is linked to this application.',
  },
  '1430': { meaning: 'The recipient is not valid.', fix: 'Use the PSID from an inbound message as "to".' },
  '1440': {
    meaning: 'The message type is not valid.',
    fix: 'Messenger takes text, image, audio, video, file and custom.',
  },
  '1450': {
    meaning: 'The client reference is not valid.',
    fix: 'Use at most 40 characters in v0.1 and 100 in v1.',
  },
}

/** Every documented code, in ascending order. */
export const documentedStatusCodes: readonly string[] = Object.keys(MEANINGS).toSorted()

/** Explains a code as it came in a status callback; null for one the documents do not list. */
export function explainStatusCode(code: string): StatusCodeMeaning | null {
  const digits = /\d{4}/.exec(code)?.[0] ?? ''
  return Object.hasOwn(MEANINGS, digits) ? (MEANINGS[digits] ?? null) : null
}
