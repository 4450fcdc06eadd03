import { cookie, ownCookie } from '../cookies.ts'
import { emailAddress } from './way-on.ts'

const name = 'new_address'

/** The address that a code was sent to, carried to the next step in a cookie of its own, for half an hour. */
export function addressToCookie(email: string, secure: boolean): string {
  return ownCookie({ name, value: Buffer.from(email).toString('base64url'), seconds: 1800, secure })
}

export function addressForgotten(secure: boolean): string {
  return ownCookie({ name, value: '', seconds: 0, secure })
}

/** Null when there is none, or somebody made it up. */
export function addressFromCookie(request: Request, secure: boolean): string | null {
  const value = cookie(request, name, secure)
  const parsed = emailAddress.safeParse(Buffer.from(value ?? '', 'base64url').toString('utf8'))
  return parsed.success ? parsed.data.toLowerCase() : null
}
