import { Hono, type Context as HonoContext } from 'hono'
import { HTTPException } from 'hono/http-exception'

import type { Guide } from '#src/domain/guide.ts'
import type { CityId } from '#src/domain/id.ts'
import type { Means } from '#src/operations/means.ts'
import type { Basemaps } from '#src/outside/basemap/basemaps.ts'
import type { Renew } from '#src/outside/identity.ts'
import { isOutage } from '#src/store/outage.ts'
import type { Assets } from './assets.ts'
import type { Context, Handlers } from './context.ts'
import { addresses, methodsOf, parsedHoles } from './match.ts'
import { clientAddress, isFromHere, networkOf } from './middleware/client-address.ts'
import { fromNoOtherPage, fromOurPages } from './middleware/from-our-pages.ts'
import type { Served } from './middleware/metrics.ts'
import { observed } from './middleware/observed.ts'
import { renewing } from './middleware/renewing.ts'
import { securityHeaders } from './middleware/security-headers.ts'
import { withoutLastSlash } from './middleware/without-last-slash.ts'
import { openContext } from './open-context.tsx'
import { writtenBy } from './outbox/told-outbox.ts'
import type { DeviceDoor } from './push/device-door.ts'
import { type RouteKey, routes } from './routes.ts'
import { markOf, type Viewer } from './viewer.ts'

/** What an app is joined from: built in `bin/`, or by a test. */
export type Parts = {
  readonly means: Means
  readonly guides: ReadonlyMap<CityId, Guide>
  readonly handlers: Handlers
  readonly basemaps: Basemaps
  readonly assets: Assets
  readonly door: DeviceDoor
  /** The product's public address, without a slash at the end. */
  readonly origin: string
  /** How many proxies stand in front and can be trusted to say who called. */
  readonly proxies: number
  /** Called only for requests that carry a session cookie. */
  readonly viewerOf: (headers: Headers, renew: Renew) => Promise<Viewer>
  /** Hears of every answer. */
  readonly served: (served: Served) => void
  /** Hears of every surprise. */
  readonly fault: (fault: unknown, requestId: string) => void
}

/** What travels with a request between the middleware and its handler. */
export type Env = {
  Bindings: { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
  Variables: { requestId: string; route: string; renewed?: readonly string[] }
}

/** The doors for people, joined: every route of the table, in every language it is spoken in. */
export function createApp(parts: Parts): Hono<Env> {
  const app = new Hono<Env>()
  app.use(observed(parts.served))
  app.use(securityHeaders(parts.origin))
  app.use(renewing)
  const [guard, guardOfShares] = [fromOurPages(parts.origin), fromNoOtherPage(parts.origin)]
  app.use((c, next) => {
    if (c.req.method === 'POST' && isOneOf(forMailPrograms, c.req.path)) return next()
    return isOneOf(shared, c.req.path) ? guardOfShares(c, next) : guard(c, next)
  })
  app.use(withoutLastSlash(parts.origin))

  for (const { key, locale, router } of addresses) {
    app.on(routes[key].method, router, async (c) => {
      c.set('route', routes[key].pattern)
      const holes = parsedHoles(key, (name) => c.req.param(name))
      const guide = parts.guides.get(String(holes.city ?? '') as CityId) ?? null
      const context = contextOf(c, parts, { key, locale, holes, guide })
      if ('city' in holes && !guide) return context.problem({ kind: 'not_found' })
      if (!(await isByWriter(context))) return context.problem({ kind: 'another_person' })
      return answered(parts.handlers, key, context)
    })
  }

  app.notFound((c) => {
    const allowed = methodsOf(c.req.path)
    const context = contextOf(c, parts, unknownPlace(c.req.path, parts.guides))
    return context.problem(allowed.length > 0 ? { kind: 'wrong_method', allowed } : { kind: 'not_found' })
  })

  app.onError(async (fault, c) => {
    const context = contextOf(c, parts, unknownPlace(c.req.path, parts.guides))
    if (fault instanceof HTTPException && fault.status === 403) return context.problem({ kind: 'foreign' })
    parts.fault(fault, c.get('requestId'))
    return context.problem({ kind: isOutage(fault) || !(await parts.means.store.answers()) ? 'paused' : 'fault' })
  })
  return app
}

/** What a device sends by itself says for whom it was written: it is taken from nobody else, whoever is signed in by then. */
async function isByWriter({ request, viewer }: Pick<Context, 'request' | 'viewer'>): Promise<boolean> {
  const writer = request.headers.get(writtenBy)
  return writer === null || writer === markOf(await viewer())
}

/** What mail programs and servers ask for by themselves, from no page of ours (RFC 8058): a key is the permission. */
const forMailPrograms: readonly RouteKey[] = ['stopSupport', 'changeFollowing', 'returnedMail']
/** What a phone hands over. */
const shared: readonly RouteKey[] = ['shareToReport']

function isOneOf(keys: readonly RouteKey[], path: string): boolean {
  return addresses.some(({ key, test }) => keys.includes(key) && test.test(path))
}

type Place = Omit<Parameters<typeof openContext>[1], 'request' | 'requestId' | 'network' | 'fromHere' | 'renew'>

function contextOf(c: HonoContext<Env>, parts: Parts, place: Place) {
  const { raw } = c.req
  const socket = c.env?.incoming?.socket?.remoteAddress
  const caller = {
    network: () => networkOf(clientAddress(socket, raw.headers.get('x-forwarded-for'), parts.proxies)),
    fromHere: () => isFromHere(socket, raw),
    renew: (cookies: readonly string[]) => c.set('renewed', cookies),
  }
  return openContext(parts, { request: raw, requestId: c.get('requestId'), ...caller, ...place })
}

function answered<Key extends RouteKey>(handlers: Handlers, key: Key, context: unknown): Response | Promise<Response> {
  return handlers[key](context as Context<Key>) // safe: the holes were parsed by this key's pattern, the guide found
}

/** Where a request that no route took seems to be: in the language and the city that its address names. */
function unknownPlace(path: string, guides: ReadonlyMap<CityId, Guide>): Place {
  const segments = path.split('/').slice(1)
  const locale = segments[0] === 'en' ? 'en' : 'uk'
  const city = segments[locale === 'en' ? 1 : 0] ?? ''
  return { key: null, locale, holes: {}, guide: guides.get(city as CityId) ?? null }
}
