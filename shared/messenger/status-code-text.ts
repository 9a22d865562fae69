/** A code of a rejected or undeliverable message in Vonage's own words. */
export type StatusCodeText = { readonly reason: string; readonly explanation: string }

const TEXTS: Readonly<Record<string, StatusCodeText>> = {
  '1000': {
    reason: 'Throttled',
    explanation: 'You have exceeded the submission capacity allowed on this account. Please wait and retry',
  },
  '1010': {
    reason: 'Missing params',
    explanation: 'Your request is incomplete and missing some mandatory parameters.',
  },
  '1020': { reason: 'Invalid params', explanation: 'The value of one or more parameters is invalid.' },
  '1021': { reason: 'Invalid tag', explanation: 'The tag value is invalid.' },
  '1022': { reason: 'Invalid template', explanation: 'Invalid template or template parameters' },
  '1030': {
    reason: 'Internal error',
    explanation: 'There was an error processing your request in the Platform.',
  },
  '1040': {
    reason: 'Invalid message',
    explanation:
      'The Platform was unable to process your request. For example, due to an unrecognised prefix for the phone number.',
  },
  '1050': {
    reason: 'Number barred',
    explanation: 'The number you are trying to submit to is blacklisted and may not receive messages.',
  },
  '1060': {
    reason: 'Partner account barred',
    explanation: 'The api_key you supplied is for an account that has been barred from submitting messages.',
  },
  '1070': {
    reason: 'Partner quota exceeded',
    explanation: 'Your pre-paid account does not have sufficient credit to process this message.',
  },
  '1100': {
    reason: 'Communication Failed',
    explanation: 'Message was not submitted because there was a communication failure.',
  },
  '1120': {
    reason: 'Illegal Sender Address - rejected',
    explanation:
      'Due to local regulations, the SenderID you set in from in the request was not accepted. Please check the Global messaging section.',
  },
  '1130': { reason: 'Invalid TTL', explanation: 'The value of ttl in your request was invalid.' },
  '1140': {
    reason: 'Facility not allowed',
    explanation: 'Your request makes use of a facility that is not enabled on your account.',
  },
  '1160': {
    reason: 'Non White-listed Destination',
    explanation:
      'The phone number you set in to is not in your pre-approved destination list. To send messages to this phone number, add it using Dashboard.',
  },
  '1170': {
    reason: 'Invalid or Missing Msisdn Param',
    explanation:
      'The phone number you supplied in the to parameter of your request was either missing or invalid.',
  },
  '1230': {
    reason: 'Network Error',
    explanation:
      'A network failure while sending your message. This is a temporary failure, retry later for a positive result.',
  },
  '1240': {
    reason: 'Illegal Number',
    explanation:
      'You tried to send a message to a blacklisted phone number. That is, the user has already sent a STOP opt-out message and no longer wishes to receive messages from you.',
  },
  '1241': { reason: 'Too many send requests', explanation: 'Too many send requests to phone numbers.' },
  '1250': {
    reason: 'Unroutable',
    explanation:
      'The chosen route to send your message is not available. This is because the phone number is either currently on an unsupported network or on a pre-paid or reseller account that could not receive a message.',
  },
  '1260': {
    reason: 'Destination unreachable',
    explanation:
      'The message could not be delivered to the phone number. If using Viber Business Messages your account might not be enabled for this country.',
  },
  '1300': {
    reason: 'Not part of the provider network',
    explanation: 'The number or ID is not a user in the provider network.',
  },
  '1310': { reason: 'Not suitable device', explanation: "The user's device can't receive the message." },
  '1320': { reason: 'Message already sent', explanation: 'The message was already sent.' },
  '1330': {
    reason: 'Unknown',
    explanation:
      'An unknown error was received from the carrier who tried to send this this message. Depending on the carrier, that to is unknown. When you see this error, and status is rejected, always check if to in your request was valid.',
  },
  '1331': {
    reason: 'Provider error',
    explanation:
      'The provider is not responding or unable to process the request. Please try sending your message in a few minutes time.',
  },
  '1340': {
    reason: 'Outside of the allowed window',
    explanation: 'This message is sent outside of allowed response window.',
  },
  '1350': {
    reason: 'Phone matching fee not paid',
    explanation: 'Requires phone matching access fee to be paid by the Facebook Page.',
  },
  '1360': { reason: 'TTL was activated, or message expired before delivered.', explanation: '' },
  '1370': {
    reason: 'Expired access Token',
    explanation: 'Please reauthenticate your Facebook Page with Vonage.',
  },
  '1380': {
    reason: 'Invalid resource',
    explanation: 'Please check that the URL your provided to your resource is accessible and valid.',
  },
  '1381': {
    reason: 'Resource size is too large',
    explanation: 'Please try sending a smaller media file.',
  },
  '1382': {
    reason: 'Resource type is invalid',
    explanation: 'Please check that the file you are trying to send is valid.',
  },
  '1400': {
    reason: 'Unsupported channel',
    explanation: 'The channel specified in the request is not supported.',
  },
  '1410': {
    reason: 'Invalid channel parameters',
    explanation: 'The value of one or more parameters is invalid.',
  },
  '1420': {
    reason: 'Invalid sender',
    explanation: 'The from parameter is invalid for the given channel.',
  },
  '1430': {
    reason: 'Invalid recipient',
    explanation: 'The to parameter is invalid for the given channel.',
  },
  '1440': {
    reason: 'Invalid message type',
    explanation: 'The message type specified in the request is not supported for the given channel.',
  },
  '1450': {
    reason: 'Invalid client reference',
    explanation: 'The client reference can be a string of up to 100 characters.',
  },
}

/** For a code that Vonage lists elsewhere or nowhere, so that any of them can be tried. */
const UNLISTED: StatusCodeText = TEXTS['1330'] ?? { reason: 'Unknown', explanation: '' }

/**
 * What Vonage writes beside an error code: its name and its explanation. Source: Messages API specification, "Error
 * codes" (the texts speak of phone numbers, because all channels share them).
 */
export function statusCodeText(code: number): StatusCodeText {
  return TEXTS[String(code)] ?? UNLISTED
}
