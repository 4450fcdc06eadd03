import PostalMime from 'postal-mime'

/** Which letter came back, by the key of its return address, and why: for good, for now, or with a complaint. */
export type Returned = { readonly key: string; readonly kind: 'hard' | 'soft' | 'complaint' }

/**
 * Reads a delivery status notification (RFC 3464) or a feedback report (RFC 5965). Null for anything else: absence notes,
 * letters that are only late, messages of people.
 */
export async function readReturned(message: Uint8Array): Promise<Returned | null> {
  const key = keyIn(Buffer.from(message).toString('latin1'))
  if (!key) return null
  const { attachments } = await PostalMime.parse(message, { attachmentEncoding: 'utf8', rfc822Attachments: true })
  const part = (type: string) => attachments.find(({ mimeType }) => mimeType === type)?.content
  const complaint = part('message/feedback-report')
  if (complaint !== undefined)
    return field(String(complaint), 'Feedback-Type') === 'not-spam' ? null : { key, kind: 'complaint' }
  const status = part('message/delivery-status') ?? part('message/global-delivery-status')
  const kind = status === undefined ? null : kindOf(String(status))
  return kind && { key, kind }
}

/** As `bounces+0123456789abcdef0123456789abcdef@city.example` has it, in the head or wherever the letter itself is quoted. */
function keyIn(message: string): string | null {
  const hex = /\+([0-9a-f]{32})@/i.exec(message)?.[1]?.toLowerCase()
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : null
}

/** A full mailbox (5.2.2), a letter too large (5.2.3, 5.3.4) and what a policy forbids (5.7) say nothing of the address for good. */
function kindOf(status: string): 'hard' | 'soft' | null {
  if (field(status, 'Action') !== 'failed') return null
  const code = field(status, 'Status')
  return code.startsWith('5.') && !/^5\.(?:2\.[23]|3\.4|7\.)/.test(code) ? 'hard' : 'soft'
}

function field(text: string, name: string): string {
  return new RegExp(`^${name}:\\s*(\\S+)`, 'im').exec(text)?.[1]?.toLowerCase() ?? ''
}
