/** A cookie of ours: read by no script, sent with no other site's form. `secure` where the product is served over TLS. */
export type OwnCookie = {
  readonly name: string
  readonly value: string
  readonly seconds: number
  readonly secure: boolean
}

/** As `Set-Cookie` has it. */
export function ownCookie({ name, value, seconds, secure }: OwnCookie): string {
  const attributes = `Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return `${fullName(name, secure)}=${value}; ${attributes}`
}

/** The value of a cookie of ours that came with a request. */
export function cookie({ headers }: Request, name: string, secure: boolean): string | undefined {
  const start = `${fullName(name, secure)}=`
  const all = headers.get('cookie')?.split(/;\s*/) ?? []
  return all.find((one) => one.startsWith(start))?.slice(start.length)
}

/** With the prefix a browser takes it from this very host over TLS alone (RFC 6265bis, 4.1.3): no neighbour can plant one. */
function fullName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}
