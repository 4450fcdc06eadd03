import sharp from 'sharp'
import { beforeAll, expect, it } from 'vitest'
import { aCity, aModerator, anAct } from '#src/domain/examples.ts'
import { rasterise } from '#src/outside/media/rasterise.ts'
import * as drafts from '#src/store/drafts.ts'
import * as media from '#src/store/media.ts'
import { anApp, as, origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aPerson, aSubmitted, done } from '#test/some-reports.ts'
import { iconParts } from './icon-parts.ts'

const city = aCity().id
const form = '/zhytomyr/reports/new'

describeOnOne('an installed city', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })
  const ask = async (path: string, headers: Record<string, string> = {}) => app.request(path, { headers })
  const manifestIn = async (prefix = '') => (await ask(`${prefix}/zhytomyr/app.webmanifest`)).json()

  it('has a manifest in each language, whose addresses all answer', async () => {
    const [uk, en] = [await manifestIn(), await manifestIn('/en')]
    expect(uk).toMatchObject({ id: '/zhytomyr', start_url: '/zhytomyr', lang: 'uk', short_name: 'Житомир', scope: '/' })
    expect(en).toMatchObject({ id: '/en/zhytomyr', start_url: '/en/zhytomyr', lang: 'en', short_name: 'Zhytomyr' })
    expect(uk.shortcuts.map(({ name }: { name: string }) => name)).toEqual(['Повідомити про проблему', 'Мої звернення'])
    for (const { icons, shortcuts, start_url } of [uk, en]) {
      const pictures = [...icons, ...shortcuts.flatMap((one: { icons: object[] }) => one.icons)] as Icon[]
      expect(new Set(pictures.map(({ purpose }) => purpose))).toEqual(new Set(['any', 'maskable', 'monochrome']))
      for (const { src, sizes } of pictures) {
        const { width, height } = await sharp(await (await ask(src)).arrayBuffer()).metadata()
        expect(`${width}x${height}`, src).toBe(sizes)
      }
      const pages = [start_url, ...shortcuts.map(({ url }: { url: string }) => url)]
      for (const page of pages) expect([200, 303], page).toContain((await ask(page)).status)
    }
  })

  it('is named by every page of the city, with the colours of its bar, and by no page of none', async () => {
    const html = await (await ask(form)).text()
    expect(html).toContain('<link rel="manifest" href="/zhytomyr/app.webmanifest"')
    expect(html).toContain('content="rgb(24, 32, 41)"')
    expect(await (await ask('/')).text()).not.toContain('rel="manifest"')
  })

  it('shows the pictures that were taken of it, those of its language alone', async () => {
    const bytes = new Uint8Array([1, 2, 3])
    const sizes = { shows: 'report', width: 720, height: 1480 } as const
    const picture = (locale: 'uk' | 'en') => ({ ...{ file: `${locale}.webp`, locale, bytes }, ...sizes })
    const screens = new Map([[city, [picture('uk'), picture('en')]]])
    const shown = anApp(here, { apps: { rasterise, screens, stores: { android: [], apple: [] } } })
    const { screenshots } = await (await shown.request('/en/zhytomyr/app.webmanifest')).json()
    expect(screenshots).toEqual([
      {
        ...{ src: '/zhytomyr/screens/en.webp', sizes: '720x1480', type: 'image/webp', form_factor: 'narrow' },
        label: 'A report: its state, history and answer',
      },
    ])
    expect(new Uint8Array(await (await shown.request('/zhytomyr/screens/en.webp')).arrayBuffer())).toEqual(bytes)
  })

  it('keeps its sign within what every mask leaves, and cuts nothing off', async () => {
    const { icons } = await manifestIn()
    const src = icons.find(({ purpose, sizes }: Icon) => purpose === 'maskable' && sizes === '512x512').src
    const { data, info } = await sharp(await (await ask(src)).arrayBuffer())
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const outside = Array.from({ length: info.width * info.height }, (_, at) => at).filter((at) => {
      const [x, y] = [(at % info.width) - 256, Math.floor(at / info.width) - 256]
      return Math.hypot(x, y) > 0.4 * 512
    })
    const colours = new Set(outside.map((at) => data.subarray(at * 4, at * 4 + 4).toString('hex')))
    expect(colours).toEqual(new Set(['0b4fa0ff']))
  })

  it('has an address for each icon that changes with it: others are not there', async () => {
    const { icons } = await manifestIn()
    const address = (icons as Icon[])[0]?.src ?? ''
    const answer = await ask(address)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect((await ask(address.replace(/icons\/\w/, 'icons/_'))).status).toBe(404)
    expect((await ask(address.replace('any-192', 'any-193'))).status).toBe(404)
    expect(iconParts.size).toBeLessThan(40)
  })

  it('begins a report of a photo and words that another app hands over, in the form of this browser', async () => {
    const photo = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#555' } })
      .jpeg()
      .toBuffer()
    const shared = { title: 'Яма', text: 'Яма на Київській', files: new Blob([new Uint8Array(photo)]) }
    const handed = (headers: Record<string, string>) => app.request(`${form}/shared`, sent(shared, headers))
    // As Chrome on Android does: from no page, so its origin is secret.
    const answer = await handed({ origin: 'null', 'sec-fetch-site': 'none' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, form])
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const key = cookie.split('=')[1] as never
    expect(await media.waitingFor(here.store.of(city), key)).toHaveLength(1)
    const page = await (await ask(form, { cookie })).text()
    expect(page).toContain('Яма на Київській</textarea>')
    expect(page).toContain('/320.webp?draft=')

    const begun = { cookie, origin: 'null' }
    const second = await handed(begun)
    expect(second.headers.get('set-cookie')).not.toContain(key)
    expect(await media.waitingFor(here.store.of(city), key)).toHaveLength(1)
  })

  it('says in the form what it could not take of it, and keeps the words', async () => {
    const shared = { text: 'Яма на Київській', files: new Blob(['no photo']) }
    const answer = await app.request(`${form}/shared`, sent(shared, {}))
    expect(answer.status).toBe(422)
    const key = (/draft-zhytomyr=([\w-]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '') as never
    expect(await answer.text()).toContain('Яма на Київській</textarea>')
    expect(await drafts.find(here.store.of(city), key)).toMatchObject({ description: ['Яма на Київській'] })
  })

  it('takes nothing that a page of another site hands over', async () => {
    const answer = await app.request(`${form}/shared`, sent({ text: 'Яма' }, { origin: 'https://evil.example' }))
    expect(answer.status).toBe(403)
    expect((await app.request(`${form}/shared`, sent({ text: 'Яма' }, { origin }))).status).toBe(303)
  })

  it('counts what waits for its owner, and nothing for who is not signed in', async () => {
    const author = await aPerson(here.store)
    const count = async (headers = {}) => (await (await ask('/me/waiting.json', headers)).json()).count
    const { number } = await aSubmitted(here, {}, { author })
    expect(await count(as(author))).toBe(0)
    await done(here, number, anAct('reject'), aModerator())
    expect(await count(as(author))).toBe(1)
    expect(await count(as(await aPerson(here.store)))).toBe(0)
    expect(await count()).toBe(0)
  })

  it('is known to phones once the operator names it, and not before', async () => {
    expect((await ask('/.well-known/assetlinks.json')).status).toBe(404)
    const certificate = Array(32).fill('AB').join(':')
    const android = [{ id: 'city.example.app', city: null, certificate }]
    const apple = [{ id: 'ABCDE12345.city.example.app', city: 'zhytomyr' }]
    const named = anApp(here, { apps: { rasterise, screens: new Map(), stores: { android, apple } } })
    expect(await (await named.request('/.well-known/assetlinks.json')).json()).toMatchObject([
      { target: { package_name: 'city.example.app', sha256_cert_fingerprints: [certificate] } },
    ])
    const said = await (await named.request('/.well-known/apple-app-site-association')).json()
    const [{ appIDs, components }] = said.applinks.details
    expect(appIDs).toEqual(['ABCDE12345.city.example.app'])
    const opened = components
      .filter((one: { exclude?: boolean }) => !one.exclude)
      .map((one: { '/': string }) => one['/'])
    expect(opened).toEqual(['/zhytomyr', '/zhytomyr/*', '/en/zhytomyr', '/en/zhytomyr/*'])
  })
})

type Icon = { readonly src: string; readonly sizes: string; readonly purpose: string }
