import { openPictures } from '#src/bin/open-pictures.ts'
import type { PersonId, SessionId } from '#src/domain/id.ts'
import type { Means } from '#src/operations/means.ts'
import { rasterise } from '#src/outside/media/rasterise.ts'
import { readReturned } from '#src/outside/returned-mail.ts'
import * as people from '#src/store/people.ts'
import { createApp, type Parts } from '#src/web/app.ts'
import type { Assets } from '#src/web/assets.ts'
import { createHandlers, type HandlerParts } from '#src/web/handlers.ts'
import { openLive } from '#src/web/live/live.ts'
import { createMetrics } from '#src/web/middleware/metrics.ts'
import { publicLooks } from '#src/web/public-look.ts'
import { noDevices } from '#src/web/push/device-door.ts'
import type { Viewer } from '#src/web/viewer.ts'
import { aGuide } from './a-guide.ts'

export const origin = 'http://open.example'

/**
 * The doors for people on a test's means, in the city of `aGuide`. Whoever holds the cookie of {@link as} is that
 * person, unless `whole` has another way to know.
 */
export function anApp(
  means: Means,
  parts: Partial<HandlerParts> = {},
  whole: Partial<Parts> = {},
): ReturnType<typeof createApp> {
  const guide = aGuide()
  const assets: Assets = {
    stylesheet: '/assets/look.css',
    worker: { script: '', files: [], mapFiles: [] },
    scripts: (names) => names.map((name) => `/assets/${name}.js`),
    answer: () => null,
  }
  const { basemaps, stills, message } = openPictures(means, origin)
  const handlers = createHandlers({
    assets,
    registry: createMetrics().registry,
    identity: null as never, // no test through here signs in
    countTry: async () => null,
    looks: publicLooks(means.store),
    letters: null,
    live: openLive(means.store, fail),
    viewerOf: (headers) => viewerNamed(means, headers),
    stills,
    apps: { rasterise, screens: new Map(), stores: { android: [], apple: [] } },
    message,
    readReturned,
    origin,
    ...parts,
  })
  return createApp({
    means,
    guides: new Map([[guide.city.id, guide]]),
    handlers,
    basemaps,
    assets,
    door: noDevices,
    origin,
    proxies: 0,
    viewerOf: (headers) => viewerNamed(means, headers),
    served: () => undefined,
    fault: fail,
    ...whole,
  })
}

/** Headers of a person who is signed in, on one of our own pages. */
export function as({ id }: { readonly id: PersonId }): Record<string, string> {
  return { cookie: `session=${id}`, origin }
}

/** A form as a browser sends it from one of our pages. */
export function sent(
  fields: Readonly<Record<string, string | Blob>>,
  headers: Record<string, string> = { origin },
): RequestInit {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return { method: 'POST', body: form, headers }
}

function fail(fault: unknown): never {
  throw fault
}

async function viewerNamed({ store }: Means, headers: Headers): Promise<Viewer> {
  const id = /session=([\w-]+)/.exec(headers.get('cookie') ?? '')?.[1] ?? ''
  const person = await people.find(store.whole, id as PersonId)
  return person ? { kind: 'person', session: id as SessionId, ...person } : { kind: 'visitor' }
}
