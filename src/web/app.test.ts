import { describe, expect, it, vi } from 'vitest'

import { aGuide } from '#test/a-guide.ts'
import { createApp, type Parts } from './app.ts'
import type { Assets } from './assets.ts'
import type { Handlers } from './context.ts'
import { createHandlers } from './handlers.ts'
import { createMetrics, type Served } from './middleware/metrics.ts'
import { noDevices } from './push/device-door.ts'

const now = Temporal.Instant.from('2026-02-01T10:00Z')
const guide = aGuide()
const origin = 'https://open.example'
const assets: Assets = {
  stylesheet: '/assets/look.css',
  worker: { script: '', files: [], mapFiles: [] },
  scripts: (names) => names.map((name) => `/assets/${name}.js`),
  answer: (file) => (file === 'look.css' ? new Response('body{}', { headers: { 'content-type': 'text/css' } }) : null),
}

/** No page of these tests asks the store for more than whether it is there, or signs in. */
const none = {} as never
const store = (isThere: boolean) => ({ answers: async () => isThere }) as never
const anApp = (parts: Partial<Parts> = {}) => {
  const needs = {
    identity: none,
    countTry: async () => null,
    looks: none,
    letters: null,
    stills: none,
    message: none,
    live: none,
    viewerOf: none,
    readReturned: none,
    apps: { rasterise: none, screens: none, stores: { android: [], apple: [] } },
  }
  return createApp({
    means: { store: store(true), files: none, mint: none, now: () => now },
    guides: new Map([[guide.city.id, guide]]),
    handlers: createHandlers({ assets, registry: createMetrics().registry, origin, ...needs }),
    basemaps: { of: async () => null },
    assets,
    door: noDevices,
    origin,
    proxies: 0,
    viewerOf: async () => ({ kind: 'visitor' }),
    served: () => undefined,
    fault: () => undefined,
    ...parts,
  })
}
const help = `/${guide.city.id}/help`

describe('every answer', () => {
  it('tells the browser to run, load and frame nothing that is not ours', async () => {
    const { headers } = await anApp().request(help)
    const csp = headers.get('content-security-policy')
    expect(csp).toContain("default-src 'none'")
    expect(csp).not.toContain('unsafe')
    expect(csp).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
    expect(headers.get('permissions-policy')).toContain('geolocation=(self)')
    expect(headers.get('cache-control')).toBe('private, no-cache')
  })

  it('promises no TLS where there is none', async () => {
    const { headers } = await anApp({ origin: 'http://localhost:3000' }).request(help)
    expect(headers.has('strict-transport-security')).toBe(false)
  })

  it('leaves a handler its own, stricter policy', async () => {
    const stricter = new Response('x', { headers: { 'content-security-policy': 'sandbox' } })
    const handlers = { media: () => stricter } as unknown as Handlers // safe: no other route is asked
    const { headers } = await anApp({ handlers }).request(`/media/${'k'.repeat(32)}/640.webp`)
    expect(headers.get('content-security-policy')).toBe('sandbox')
  })

  it('is heard of by its pattern alone', async () => {
    const served: Served[] = []
    const answer = await anApp({ served: (one) => served.push(one) }).request(`${help}?q=olena@example.com`)
    expect(served).toEqual([
      {
        requestId: answer.headers.get('x-request-id'),
        method: 'GET',
        route: '/:city/help',
        status: 200,
        ms: expect.any(Number),
      },
    ])
  })

  it('travels compressed to who takes it so', async () => {
    const { headers } = await anApp().request(help, { headers: { 'accept-encoding': 'gzip, br' } })
    expect(headers.get('content-encoding')).toBe('br')
    expect(headers.get('vary')).toContain('Accept-Encoding')
  })
})

describe('a form from another site', () => {
  const post = (headers: Record<string, string>) =>
    anApp().request('/sign-in', { method: 'POST', headers, body: new URLSearchParams({ email: 'a@b.example' }) })

  it('is refused by its origin, by where the browser says it comes from, and when nothing says', async () => {
    expect((await post({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post({ origin: 'null' })).status).toBe(403)
    expect((await post({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    expect((await post({})).status).toBe(403)
  })

  it('is refused whatever its body is said to be, and without one', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    for (const type of ['application/json', 'text/html', 'multipart/form-data', '']) {
      const headers = { ...foreign, ...(type && { 'content-type': type }) }
      expect((await anApp().request('/sign-out', { method: 'POST', headers })).status, type).toBe(403)
    }
    const file = `/${guide.city.id}/uploads/${crypto.randomUUID()}?key=${crypto.randomUUID()}`
    expect((await anApp().request(file, { method: 'DELETE', headers: foreign })).status).toBe(403)
  })

  it('says so on a page, with a way on', async () => {
    const page = await (await post({ origin: 'https://evil.example' })).text()
    expect(page).toContain('Запит прийшов з іншого сайту')
  })

  it('is not mistaken for one of ours', async () => {
    expect((await post({ origin })).status).not.toBe(403)
    expect((await post({ 'sec-fetch-site': 'same-origin' })).status).not.toBe(403)
  })
})

describe('what went wrong', () => {
  it('is a page in the language and the city of the address', async () => {
    const answer = await anApp().request(`/en/${guide.city.id}/no-such`)
    const page = await answer.text()
    expect(answer.status).toBe(404)
    expect(page).toContain('<html lang="en"')
    expect(page).toContain('There is no such page')
    expect(page).toContain(`href="/en/${guide.city.id}"`)
    expect(page).toContain(answer.headers.get('x-request-id') ?? 'no id')
    expect(page).toContain('name="robots" content="noindex"')
  })

  it('does not tell an unknown city from an unknown page', async () => {
    expect((await anApp().request('/nowhere/help')).status).toBe(404)
  })

  it('is JSON for who asked for JSON', async () => {
    const answer = await anApp().request('/nowhere/reports.geojson')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ problem: 'not_found', requestId: answer.headers.get('x-request-id') })
  })

  it('names the methods that an address takes', async () => {
    const answer = await anApp().request(help, { method: 'DELETE', headers: { origin } })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('GET, HEAD')
  })

  it('is an apology with the request’s id when it surprised us, and the fault is heard of', async () => {
    const fault = vi.fn()
    const viewerOf = () => Promise.reject(new Error('a mistake of ours'))
    const answer = await anApp({ viewerOf, fault }).request(help, { headers: { cookie: 'session=x' } })
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('Щось зламалося в нас')
    expect(fault).toHaveBeenCalledWith(
      expect.objectContaining({ message: 'a mistake of ours' }),
      answer.headers.get('x-request-id'),
    )
  })

  it('asks for patience while the database does not answer, whatever was the first to notice', async () => {
    const viewerOf = () => Promise.reject(new Error('somebody could not find out'))
    const means = { store: store(false), files: none, mint: none, now: () => now }
    const answer = await anApp({ viewerOf, means }).request(help, { headers: { cookie: 'session=x' } })
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await answer.text()).toContain('Сервіс ненадовго призупинено')
  })
})

describe('a page', () => {
  it('asks who looks only when a session says that somebody does', async () => {
    const viewerOf = vi.fn(async () => ({ kind: 'visitor' }) as const)
    await anApp({ viewerOf }).request(help, { headers: { cookie: 'theme=dark; obsession=1' } })
    expect(viewerOf).not.toHaveBeenCalled()
    await anApp({ viewerOf }).request(help, { headers: { cookie: 'theme=dark; __Host-session=1' } })
    expect(viewerOf).toHaveBeenCalledOnce()
  })

  it('leads to itself in the other language, with what was asked', async () => {
    const page = await (await anApp().request(`${help}?a=1&b=2`)).text()
    expect(page).toContain(`href="/en${help}?a=1&amp;b=2"`)
    expect(page).toContain(`hreflang="en" href="${origin}/en${help}`)
  })

  it('is found without the slash at its end', async () => {
    const answer = await anApp().request(`${help}/`)
    expect([answer.status, answer.headers.get('location')]).toEqual([301, origin + help])
    const asked = await anApp().request(`http://10.0.0.7:3000${help}/?a=1`, { headers: { host: 'evil.example' } })
    expect(asked.headers.get('location')).toBe(`${origin}${help}?a=1`)
    expect((await anApp().request('//evil.example/')).headers.get('location')).toBe(`${origin}//evil.example`)
  })

  it('goes to the one city when there is only one', async () => {
    const answer = await anApp().request('/en')
    expect(answer.headers.get('location')).toBe(`/en/${guide.city.id}`)
  })

  it('lets every city be chosen when there are several', async () => {
    const other = aGuide('other-city')
    const guides = new Map([guide, other].map((one) => [one.city.id, one]))
    expect(await (await anApp({ guides }).request('/')).text()).toContain('href="/other-city"')
  })

  it('has no style and no script of its own', async () => {
    const page = await (await anApp().request(help)).text()
    expect(page).not.toMatch(/ style=| on[a-z]+=|<script(?![^>]* src=)/)
  })
})

describe('figures of the process', () => {
  it('are for this machine alone', async () => {
    const from = (remoteAddress: string) => anApp().request('/metrics', {}, { incoming: { socket: { remoteAddress } } })
    expect((await from('203.0.113.9')).status).toBe(404)
    expect((await from('::ffff:127.0.0.1')).status).toBe(200)
  })

  it('are not for whom a proxy on this machine asks, even where nobody said that there is one', async () => {
    const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
    for (const proxies of [0, 1, 2]) {
      const headers = { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' }
      expect((await anApp({ proxies }).request('/metrics', { headers }, env)).status).toBe(404)
    }
  })
})
