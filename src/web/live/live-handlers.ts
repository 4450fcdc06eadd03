import type { Actor } from '#src/domain/actor.ts'
import { type Audience, everyone } from '#src/domain/news.ts'
import type { Context, Handlers, HeaderList } from '../context.ts'
import { moderates, organizationsOf, staffActors } from '../desk/staff.ts'
import type { Viewer } from '../viewer.ts'
import type { Live } from './live.ts'

type Keys = 'live' | 'deskLive'
type LiveContext = Context<Keys>

/** A refused browser may ask again after so many seconds. */
const patience = 60

/** What happens in a city, told as it happens: to everyone, and at its desk to those who work there. */
export function liveHandlers(live: Live, viewerOf: (headers: Headers) => Promise<Viewer>): Pick<Handlers, Keys> {
  return {
    live: (context) => told(live, context, everyone, [['access-control-allow-origin', '*']]),

    deskLive: async (context) => {
      const { guide } = context
      const { headers } = context.request
      const audience = audienceOf(staffActors(await context.viewer(), guide.city))
      if (!audience) return context.problem({ kind: 'not_permitted' })
      const stillMay = async () => audienceOf(staffActors(await viewerOf(headers), guide.city))
      return told(live, context, audience, [], stillMay)
    },
  }
}

async function told(
  live: Live,
  { request, url, guide, network, problem }: LiveContext,
  audience: Audience,
  more: HeaderList,
  stillMay?: () => Promise<Audience | null>,
): Promise<Response> {
  const headers: [string, string][] = [
    ['content-type', 'text/event-stream; charset=utf-8'],
    ['cache-control', 'no-store'],
    // What a proxy collects before it hands it on comes too late.
    ['x-accel-buffering', 'no'],
    ...more,
  ]
  if (request.method === 'HEAD') return new Response(null, { headers })
  const body = await live.open({
    city: guide.city.id,
    since: numberIn(request.headers.get('last-event-id') ?? url.searchParams.get('since')),
    report: numberIn(url.searchParams.get('report')),
    audience,
    network,
    ...(stillMay && { stillMay }),
  })
  return body ? new Response(body, { headers }) : problem({ kind: 'too_many', seconds: patience })
}

function audienceOf(actors: readonly Actor[]): Audience | null {
  if (actors.length === 0) return null
  return { kind: 'desk', moderates: moderates(actors), organizations: organizationsOf(actors) }
}

function numberIn(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null
}
