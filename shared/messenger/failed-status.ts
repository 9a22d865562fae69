/**
 * Whether a status ends a message without delivery: rejected by the platform, or not deliverable
 * (Messages API v1 and v0.1, message status).
 */
export function isFailedStatus(status: string): boolean {
  return status === 'rejected' || status === 'undeliverable'
}
