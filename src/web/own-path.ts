/**
 * The path as a browser would take it, fit for a header; null when it leads to another site. `//host`, `/\\host` and
 * `/..//host` do, and dots are taken out before that is looked at.
 */
export function ownPath(value: string): string | null {
  if (!/^\/(?![/\\])/.test(value) || /[\\\p{Cc}]/u.test(value)) return null
  const base = 'http://own.invalid'
  const url = URL.parse(value, base)
  if (url?.origin !== base || url.pathname.startsWith('//')) return null
  return url.pathname + url.search + url.hash
}
