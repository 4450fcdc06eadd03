import type { KyselyPlugin } from 'kysely'
import { beforeAll, expect, it } from 'vitest'

import type { CityId } from '#src/domain/id.ts'
import { gathering } from '#src/domain/places/gazetteer.ts'
import type { FoundPlace, Position } from '#src/domain/places/place.ts'
import { replace } from '#src/store/gazetteer.ts'
import type { Tx } from '#src/store/store.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'

/** A city's database that says how often it was asked. */
function counted(tx: Tx, heard: () => void): Tx {
  const transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => {
    heard()
    return node
  }
  return { ...tx, db: tx.db.withPlugin({ transformQuery, transformResult: async ({ result }) => result }) }
}

describeOnOne('the search of places', (open) => {
  const { city } = aGuide()
  const { lng, lat } = city.center
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let without = ''
  const page = async (path: string) => (await app.request(path)).text()
  const json = async (query: string, prefix = '') =>
    (await app.request(`${prefix}/zhytomyr/places.json?${query}`)).json() as Promise<{
      places: { title: string; note: string | null; exact: boolean; kind: string; lng: number; lat: number }[]
      sources: string[]
    }>
  const asked = (typed: string) => new URLSearchParams({ q: typed }).toString()
  const street = (name: string, english: string | null, line: readonly Position[]): FoundPlace => ({
    kind: 'street',
    name,
    english,
    also: [],
    old: name.includes('Шкільна') ? ['вулиця Ланова'] : [],
    shape: { points: [], lines: [line] },
  })

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    const all = gathering(() => true)
    all.place(
      street('вулиця Шкільна', 'Shkilna Street', [
        [lng - 0.01, lat],
        [lng + 0.01, lat],
      ]),
    )
    all.place(
      street('вулиця Садова', null, [
        [lng, lat - 0.01],
        [lng, lat + 0.01],
      ]),
    )
    for (const [house, east] of [
      ['10', -0.002],
      ['14', 0.002],
    ] as const)
      all.house({ street: 'вулиця Шкільна', oldStreet: null, house, at: [lng + east, lat + 0.0001] })
    without = await page('/zhytomyr/places')
    const sources = [{ licence: 'openstreetmap' }, { licence: 'stated', attribution: '© Місто <b>' }] as const
    await here.store.inCity(city.id, (tx) => replace(tx, all.done(), sources, here.now(), () => undefined))
  })

  it('is not offered by a city without places, whose residents are led to their own words', () => {
    expect(without).toContain('Довідника адрес тут ще немає')
    expect(without).toContain('href="/zhytomyr/reports/new"')
    expect(without).not.toContain('name="q"')
  })

  it('begins with a field and whose data it searches', async () => {
    const html = await page('/zhytomyr/places')
    expect(html).toMatch(/<input[^>]+name="q"/)
    expect(html).toContain('href="https://www.openstreetmap.org/copyright"')
    expect(html).toContain('© Місто &lt;b>')
    expect(html).not.toContain('Що знайшлося')
  })

  it('lists what it found, each a way to a report at that place', async () => {
    const html = await page(`/zhytomyr/places?${asked('шкільна 10')}`)
    expect(html).toContain('вулиця Шкільна, 10')
    const link = /href="(\/zhytomyr\/reports\/new\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await page(link)
    expect(form).toContain('value="вулиця Шкільна, 10"')
    expect(form).toMatch(new RegExp(`name="lng"[^>]*value="${(lng - 0.002).toFixed(6)}"`))
  })

  it('says what it does not know exactly', async () => {
    const [estimate] = (await json(asked('шкільна 12'))).places
    expect(estimate).toMatchObject({
      title: 'вулиця Шкільна, 12',
      exact: false,
      note: 'Приблизно: між будинками 10 і 14',
    })
    expect(estimate?.lng).toBeCloseTo(lng)
    expect((await json(asked('садова 5'))).places[0]).toMatchObject({ title: 'вулиця Садова, 5', exact: false })
    expect((await json(asked('ланова'))).places[0]).toMatchObject({
      title: 'вулиця Шкільна',
      note: 'Стара назва: вулиця Ланова',
    })
  })

  it('finds where two streets cross', async () => {
    const [crossing] = (await json(asked('садова / шкільна'))).places
    expect(crossing).toMatchObject({ kind: 'crossing', title: 'вулиця Садова / вулиця Шкільна', exact: true })
    expect(crossing?.lng).toBeCloseTo(lng, 5)
    expect(crossing?.lat).toBeCloseTo(lat, 5)
  })

  it('says what is at a point', async () => {
    const titleAt = async (east: number, north = 0) => {
      const answer = await app.request(`/zhytomyr/places/at.json?at=${lng + east},${lat + north}`)
      return ((await answer.json()) as { title: string | null }).title
    }
    expect(await titleAt(-0.002)).toBe('вулиця Шкільна, 10')
    expect(await titleAt(0.0005)).toMatch(/^вулиця Шкільна, між будинками 1[04] і 1[04]$/)
    expect(await titleAt(0.009)).toBe('вулиця Шкільна')
    expect(await titleAt(0, 0.005)).toBe('вулиця Садова')
    expect(await titleAt(0.05, 0.05)).toBeNull()
    for (const at of ['', 'x', '28.66', '999,50'])
      expect((await app.request(`/zhytomyr/places/at.json?at=${at}`)).status).toBe(404)
  })

  it('says on which street a point is and in which areas, and whose data that is', async () => {
    const answer = await app.request(`/en/zhytomyr/places/at.json?at=${lng - 0.002},${lat}`)
    expect(await answer.json()).toEqual({
      title: 'Shkilna Street, 10',
      street: 'Shkilna Street',
      areas: [
        { id: 'southern', kind: 'district', name: 'Southern district', approximate: true },
        { id: 'old-town', kind: 'neighbourhood', name: 'Old Town', approximate: false },
      ],
      sources: ['© OpenStreetMap contributors, ODbL licence', '© Місто <b>'],
    })
    const far = await app.request(`/zhytomyr/places/at.json?at=${lng},${lat + 0.09}`)
    expect(await far.json()).toMatchObject({ title: null, street: null, areas: [{ name: 'Північний район' }] })
  })

  it('asks one statement of the database for a point', async () => {
    let asked = 0
    const counting = {
      ...here,
      store: { ...here.store, of: (id: CityId) => counted(here.store.of(id), () => asked++) },
    }
    const answer = await anApp(counting).request(`/zhytomyr/places/at.json?at=${lng},${lat}`)
    expect([answer.status, asked]).toEqual([200, 1])
  })

  it('speaks English, with English names where there are', async () => {
    expect((await json(asked('shkilna 10'), '/en')).places[0]?.title).toBe('Shkilna Street, 10')
    expect((await json(asked('sadova'), '/en')).places[0]?.title).toBe('вулиця Садова')
    expect((await json('q=', '/en')).sources).toEqual(['© OpenStreetMap contributors, ODbL licence', '© Місто <b>'])
    expect(await page('/en/zhytomyr/places?q=xyz')).toContain('We know of no such place here')
  })

  it.each([
    '',
    'q=',
    'q=%',
    `q=${'%20'.repeat(50)}`,
    `q=${'a'.repeat(5000)}`,
    'q=%00%E2%80%AE',
    'q=%27;drop',
    'q=%5C_%25',
    'q=a&near=x',
    'q=a&near=999,999',
  ])('answers anything: ?%s', async (query) => {
    expect(Array.isArray((await json(query)).places)).toBe(true)
    expect((await app.request(`/zhytomyr/places?${query}`)).status).toBe(200)
  })

  it('is not asked without end from one network', async () => {
    const limited = anApp(here, { countTry: async (name) => (name === 'places_from_network' ? 7 : null) })
    const answer = await limited.request('/zhytomyr/places.json?q=a')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7'])
    expect((await limited.request('/zhytomyr/places?q=a')).status).toBe(429)
    expect((await limited.request('/zhytomyr/places')).status).toBe(200)
  })
})
