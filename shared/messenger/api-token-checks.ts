import { aclFault } from './acl-shape.ts'
import { apiTokenIdentityChecks } from './api-token-identity-checks.ts'
import { apiTokenTimeChecks } from './api-token-time-checks.ts'
import { valueText } from './describe-token.ts'
import { member } from './json-value.ts'
import { failed, passed, type TokenCheck, warned } from './token-check.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const tokenId: TokenCheck = {
  id: 'jti',
  title: 'Has an id of its own',
  expected: 'jti, a UUID',
  find: ({ claims }) => {
    const jti = member(claims, 'jti')
    if (typeof jti === 'string' && UUID.test(jti)) return passed(jti)
    if (jti === undefined || jti === '') {
      return failed('none', { why: 'Vonage requires jti.', fix: 'Set jti to a new UUID in every token.' })
    }
    return warned(valueText(jti), {
      why: 'Vonage’s documents call jti a UUID. Whether another text is refused is not documented.',
      fix: 'Set jti to a new UUID in every token.',
    })
  },
}

const accessList: TokenCheck = {
  id: 'acl',
  title: 'Shape of acl',
  expected: 'no acl, or {"paths": {"/path": {}}}',
  find: ({ claims }) => {
    const acl = member(claims, 'acl')
    if (acl === undefined) return passed('no acl')
    const fault = aclFault(acl)
    if (fault === null) return passed(valueText(acl))
    return warned(valueText(acl), {
      why: fault,
      fix: 'Write it as {"paths": {"/*/messages/**": {}}}, or leave it out: sending messages does not need it.',
    })
  },
}

/** The checks of a token for API calls, in the order in which they are shown. */
export const apiTokenChecks: readonly TokenCheck[] = [
  ...apiTokenIdentityChecks,
  ...apiTokenTimeChecks,
  tokenId,
  accessList,
]
