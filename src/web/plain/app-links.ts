import type { StoreApps } from '#src/config.ts'
import type { CityId } from '#src/domain/id.ts'
import { locales } from '#src/domain/locale.ts'
import type { Handlers } from '../context.ts'
import { paths } from '../routes.ts'

/** What phones ask before they open a link in an app: whether this site knows the app. Where it knows none, there is nothing. */
export function appLinks({ android, apple }: StoreApps): Pick<Handlers, 'assetLinks' | 'appleAppLinks'> {
  const statements = android.map(({ id, certificate }) => ({
    relation: ['delegate_permission/common.handle_all_urls'],
    target: { namespace: 'android_app', package_name: id, sha256_cert_fingerprints: [certificate] },
  }))
  const details = apple.map(({ id, city }) => ({ appIDs: [id], components: componentsOf(city as CityId | null) })) // safe: a city that is none has no pages
  return {
    assetLinks: ({ problem }) => (android.length > 0 ? kept(statements) : problem({ kind: 'not_found' })),
    appleAppLinks: ({ problem }) =>
      apple.length > 0 ? kept({ applinks: { details } }) : problem({ kind: 'not_found' }),
  }
}

/** What a browser should open: files for machines, and what a mailbox or a phone asks for by itself. */
const notPages = ['*.csv', '*.geojson', '*.atom', '*.pdf', '*.gz', '/.well-known/*', '/dev/*']

/** Android says in the app itself which addresses it opens; iOS is told here. The first that fits decides. */
function componentsOf(city: CityId | null) {
  const pages = city ? locales.map((locale) => paths(locale).city(city)).flatMap((path) => [path, `${path}/*`]) : ['/*']
  return [...notPages.map((path) => ({ '/': path, exclude: true })), ...pages.map((path) => ({ '/': path }))]
}

function kept(said: unknown): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'public, max-age=3600' }
  return new Response(JSON.stringify(said), { headers })
}
