import { type KeyObject, sign } from 'node:crypto'

/** A JSON Web Token (RFC 7519), signed as the key can: ES256 by a curve, RS256 by RSA. */
export function signedToken(
  key: KeyObject,
  claims: Readonly<Record<string, string | number>>,
  header: Readonly<Record<string, string>> = {},
): string {
  const alg = key.asymmetricKeyType === 'ec' ? 'ES256' : 'RS256'
  const said = [{ ...header, alg }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const signature = sign('sha256', Buffer.from(said.join('.')), { key, dsaEncoding: 'ieee-p1363' })
  return [...said, signature.toString('base64url')].join('.')
}
