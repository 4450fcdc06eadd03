import { addresses } from '#src/web/match.ts'
import { routes } from '#src/web/routes.ts'

/** What somebody got, as the tables of `docs/access.md` say it. */
export function inWords({ status, headers }: Response): string {
  if (status === 200 || status === 206) return 'shown'
  if (status === 201 || status === 204) return 'done'
  if (status >= 300 && status < 400) return `→ ${routeOf(headers.get('location') ?? '')}`
  return words[status] ?? String(status)
}

const words: Readonly<Record<number, string>> = { 403: 'refused', 404: 'not found', 409: 'not now', 422: 'asked again' }

function routeOf(location: string): string {
  const { origin, pathname } = new URL(location, 'http://own.invalid')
  if (origin !== 'http://own.invalid') return location
  return addresses.find(({ key, test }) => routes[key].method === 'GET' && test.test(pathname))?.key ?? location
}
