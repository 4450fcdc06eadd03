import { lifecycle } from '#src/domain/lifecycle.ts'
import { type Locale, locales } from '#src/domain/locale.ts'
import { type Holes, prefixes, type RouteKey, routes } from './routes.ts'

/** What may stand in a hole, as part of an address; anything else is another address, and so not found. */
const shapes = {
  city: '[a-z][a-z0-9-]{0,62}',
  number: '[1-9][0-9]{0,8}',
  act: `(?:${Object.keys(lifecycle).join('|')})`,
  media: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  device: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  upload: '[A-Za-z0-9_-]{32}',
  stop: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  follow: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  subscription: '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
  organization: '[a-z0-9][a-z0-9-]{0,62}',
  area: '[a-z0-9][a-z0-9-]{0,62}',
  secret: '[A-Za-z0-9_-]{16,200}',
  key: '[A-Za-z0-9_-]{16,200}',
  part: '[A-Za-z0-9_-]+\\.[a-z0-9]+',
  file: '[A-Za-z0-9_.-]+',
  z: '(?:1[0-8]|[0-9])',
  x: '(?:0|[1-9][0-9]{0,5})',
  y: '(?:0|[1-9][0-9]{0,5})',
  page: '[1-9][0-9]{0,5}',
  day: '(?:latest|[0-9]{4}-[0-9]{2}-[0-9]{2})',
} as const satisfies Record<keyof Holes, string>

const numbers: readonly (keyof Holes)[] = ['number', 'z', 'x', 'y', 'page']

/** One address that the router knows. `router` is the pattern as Hono writes it. */
export type Address = {
  readonly key: RouteKey
  readonly locale: Locale
  readonly router: string
  readonly test: RegExp
}

const hole = /:(\w+)(\.\w+)?/g

/** Every route in every language it is spoken in, in the order of the table. */
export const addresses: readonly Address[] = (Object.keys(routes) as RouteKey[]).flatMap((key) => {
  const { pattern, spoken } = routes[key]
  return locales
    .filter((locale) => spoken || locale === 'uk')
    .map((locale) => {
      const whole = (spoken ? prefixes[locale] : '') + pattern
      const path = whole.length > 1 && whole.endsWith('/') ? whole.slice(0, -1) : whole
      return { key, locale, router: routerPattern(path), test: new RegExp(`^${testPattern(path)}$`) }
    })
})

/** The methods an address answers; empty when there is no such address. */
export function methodsOf(path: string): readonly string[] {
  const found = addresses.filter(({ test }) => test.test(path)).map(({ key }) => routes[key].method)
  const methods = new Set<string>(found)
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods]
}

/** The holes of an address as the handlers want them. A hole followed by an ending, as `:city.pmtiles`, loses it. */
export function parsedHoles(
  key: RouteKey,
  param: (name: string) => string | undefined,
): Readonly<Record<string, string | number>> {
  const entries = holesOf(key).map(({ name, ending }) => {
    const text = (param(name) ?? '').slice(0, ending ? -ending.length : undefined)
    return [name, numbers.includes(name) ? Number(text) : text] as const
  })
  return Object.fromEntries(entries)
}

const found = new Map<RouteKey, ReturnType<typeof holesIn>>()

/** Looked for once: every request is read by them. */
function holesOf(key: RouteKey): ReturnType<typeof holesIn> {
  const holes = found.get(key) ?? holesIn(routes[key].pattern)
  found.set(key, holes)
  return holes
}

function holesIn(pattern: string): { name: keyof Holes; ending: string }[] {
  return [...pattern.matchAll(hole)].map(([, name = '', ending = '']) => ({ name: name as keyof Holes, ending }))
}

function routerPattern(pattern: string): string {
  return pattern.replace(hole, (_, name: keyof Holes, ending = '') => `:${name}{${shapes[name]}${escaped(ending)}}`)
}

function testPattern(pattern: string): string {
  return escaped(pattern).replace(/:(\w+)/g, (_, name: keyof Holes) => shapes[name])
}

function escaped(text: string): string {
  return text.replaceAll('.', '\\.')
}
