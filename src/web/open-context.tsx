import { createHash } from 'node:crypto'

import type { Guide } from '#src/domain/guide.ts'
import { type Locale, locales } from '#src/domain/locale.ts'
import type { Renew } from '#src/outside/identity.ts'
import { say } from '#src/text/catalogue.ts'
import type { Parts } from './app.ts'
import { compressed, encodingFor, leastCompressed } from './compressed.ts'
import type { Answer, Common, HeaderList, PageContent } from './context.ts'
import { httpStatus } from './http-status.ts'
import { knows, variesBy } from './kept-answers.ts'
import type { ToldOutbox } from './outbox/told-outbox.ts'
import { picturesFor } from './pictures/pictures.ts'
import type { Problem } from './problem.ts'
import { ProblemPage } from './problem-page.tsx'
import { render } from './render.ts'
import { fill, pageBehind, paths, type RouteKey } from './routes.ts'
import { Page } from './ui/page.tsx'
import type { Viewer } from './viewer.ts'

type Here = {
  readonly request: Request
  readonly requestId: string
  readonly network: () => string
  readonly fromHere: () => boolean
  /** Hears of the cookies that prolong the session of whoever asks. */
  readonly renew: Renew
  /** Null when no route took the request. */
  readonly key: RouteKey | null
  readonly locale: Locale
  readonly holes: Readonly<Record<string, string | number>>
  readonly guide: Guide | null
}

type Opened = Common & Pick<Here, 'holes' | 'guide'>

/** The context of one request: what its handler sees of the world. */
export function openContext(parts: Parts, here: Here): Opened {
  const { request, requestId, network, fromHere, renew, locale, holes, guide } = here
  const t = say(locale)
  const to = paths(locale)
  const pictures = picturesFor(request, parts.origin.startsWith('https:'))
  let url: URL | undefined
  let viewer: Promise<Viewer> | undefined

  const fromOutbox = request.method === 'POST' && acceptsJson(request)

  const viewerOnce = () => {
    viewer ??= hasSession(request) ? parts.viewerOf(request.headers, renew) : Promise.resolve(visitor)
    return viewer
  }
  const draw = async (content: PageContent) => {
    const frame = {
      t,
      to,
      viewer: await viewerOnce(),
      city: guide?.city ?? null,
      addresses: addressesOf(here),
      origin: parts.origin,
      stylesheet: parts.assets.stylesheet,
      scripts: parts.assets.scripts([
        ...(content.islands ?? []),
        ...(content.live ? ['live'] : []),
        'offline',
        'install',
      ]),
    }
    return render(<Page frame={frame} content={content} />, pictures)
  }
  const html = (text: string, answer?: Answer) => sent(request, text, 'text/html; charset=utf-8', answer)
  const json = (value: unknown, answer?: Answer) => sent(request, JSON.stringify(value), 'application/json', answer)

  return {
    request,
    requestId,
    get network() {
      return network()
    },
    get fromHere() {
      return fromHere()
    },
    locale,
    t,
    to,
    holes,
    guide,
    means: parts.means,
    origin: parts.origin,
    door: parts.door,
    pictures,
    guides: parts.guides,
    now: parts.means.now(),
    basemap: async () => (guide ? parts.basemaps.of(guide.city.id, parts.means.now()) : null),
    get url() {
      url ??= new URL(request.url)
      return url
    },
    viewer: viewerOnce,
    draw,
    html,
    json,
    page: async (content, answer) => html(await draw(content), answer),
    fromOutbox,
    seeOther: (path, headers = []) =>
      fromOutbox
        ? toldOutbox(path, headers)
        : new Response(null, { status: 303, headers: [['location', path], ...headers] }),
    async problem(problem: Problem) {
      const answer = { status: httpStatus[problem.kind], headers: headersOf(problem) }
      if (problem.kind === 'unknown_filter' && !acceptsPages(request))
        return json({ problem: problem.kind, parameters: problem.parameters, requestId }, answer)
      if (wantsJson(request)) return json({ problem: problem.kind, requestId }, answer)
      const city = guide?.city ?? null
      // Only who has a desk is told that something is not there.
      const isAtDesk = here.key?.startsWith('desk') && problem.kind === 'not_found'
      const desk = city && isAtDesk ? to.desk(city.id) : null
      const isOfReport = problem.kind === 'not_found' && guide !== null && 'number' in holes
      const who = problem.kind === 'not_permitted' || isOfReport ? await viewerOnce() : visitor
      const email = who.kind === 'person' ? who.email : null
      const back = request.method === 'GET' ? pathOf(request) : to.me()
      const body = <ProblemPage {...{ t, to, city, problem, desk, requestId, isOfReport, email, back }} />
      const title = t(`error.${problem.kind}.title`)
      // A store that is down must not keep its own apology from being shown.
      if (problem.kind === 'fault' || problem.kind === 'paused') viewer = Promise.resolve(visitor)
      return html(await draw({ title, body, indexed: false, width: 'text' }), answer)
    },
  }
}

const visitor: Viewer = { kind: 'visitor' }

function hasSession({ headers }: Request): boolean {
  return /(?:^|;\s*)(?:__Host-)?session=/.test(headers.get('cookie') ?? '')
}

/** The same page in each language; where no page is, the front page. The query stays: it says which list is looked at. */
function addressesOf({ key, holes, request }: Here): Readonly<Record<Locale, string>> {
  // A HEAD is answered from the page that is kept for everybody who looks.
  const isLook = request.method === 'GET' || request.method === 'HEAD'
  const query = isLook ? (request.url.split('#')[0]?.split('?').slice(1).join('?') ?? '') : ''
  const seen = key && pageBehind(key)
  const inLocale = (locale: Locale) => {
    if (!seen) return paths(locale).cities()
    return fill(seen, locale, Object.values(holes)) + (query ? `?${query}` : '')
  }
  return Object.fromEntries(locales.map((locale) => [locale, inLocale(locale)])) as Record<Locale, string> // safe: one for each
}

async function sent(
  request: Request,
  text: string,
  type: string,
  { status = 200, headers = [] }: Answer = {},
): Promise<Response> {
  const encoding = text.length < leastCompressed ? null : encodingFor(request.headers.get('accept-encoding'))
  const isKnowable =
    request.method === 'GET' && status === 200 && !headers.some(([, value]) => /\bno-store\b/.test(value))
  const tag = `W/"${isKnowable ? createHash('sha256').update(text).digest('base64url').slice(0, 22) : ''}"`
  const plain = new Headers([
    ['content-type', type],
    ['vary', variesBy],
    // A page may show who is signed in: only the browser keeps it, and asks again at each look.
    ['cache-control', 'private, no-cache'],
  ])
  for (const [name, value] of headers)
    name.toLowerCase() === 'set-cookie' ? plain.append(name, value) : plain.set(name, value)
  if (isKnowable) plain.set('etag', tag)
  if (isKnowable && knows(request, tag)) return new Response(null, { status: 304, headers: plain })
  if (encoding) plain.set('content-encoding', encoding)
  return new Response(encoding ? await compressed(text, encoding) : text, { status, headers: plain })
}

function toldOutbox(path: string, headers: HeaderList): Response {
  return new Response(JSON.stringify({ see: path } satisfies ToldOutbox), {
    headers: [['content-type', 'application/json'], ['cache-control', 'no-store'], ...headers],
  })
}

function wantsJson(request: Request): boolean {
  return /\.(?:geo)?json(?:\?|$)/.test(request.url) || acceptsJson(request)
}

function acceptsPages({ headers }: Request): boolean {
  return /\btext\/html\b/.test(headers.get('accept') ?? '')
}

function acceptsJson({ headers }: Request): boolean {
  return /^application\/json\b/.test(headers.get('accept') ?? '')
}

function pathOf({ url }: Request): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

function headersOf(problem: Problem): [string, string][] {
  if (problem.kind === 'too_many') return [['retry-after', String(problem.seconds)]]
  if (problem.kind === 'paused') return [['retry-after', '30']]
  return problem.kind === 'wrong_method' ? [['allow', problem.allowed.join(', ')]] : []
}
