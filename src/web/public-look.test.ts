import { beforeAll, expect, it } from 'vitest'

import { anOfficer, day } from '#src/domain/examples.ts'
import { correctPerson } from '#src/operations/change-person.ts'
import { storeOn } from '#src/store/store.ts'
import { anApp, as, origin } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson, done } from '#test/some-reports.ts'

describeOnOne('a public page', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })
  const page = async (path: string, headers: Record<string, string> = {}) =>
    (await app.request(path, { headers })).text()

  it('shows at the very next look what another process changed', async () => {
    const { store } = here
    const other: TestMeans = { ...here, store: storeOn(store.whole, store.queue, async () => undefined) }
    const { number } = await anAccepted(here, { description: 'Тече вода з люка біля зупинки' })
    const path = `/zhytomyr/reports/${number}`
    for (const seen of [path, '/zhytomyr', '/zhytomyr/reports'])
      expect(await page(seen)).toContain('Прийнято до розгляду')

    await done(other, number, { kind: 'start', note: '' }, anOfficer())
    for (const seen of [path, '/zhytomyr', '/zhytomyr/reports'])
      expect(await page(seen)).toContain('class="status in-progress"')
    expect(await (await app.request('/zhytomyr/reports.geojson')).text()).toContain('in_progress')

    await anAccepted(other, { description: 'Провалля на проїжджій частині' })
    for (const seen of ['/zhytomyr', '/zhytomyr/reports']) expect(await page(seen)).toContain('Провалля на проїжджій')
  })

  it('is drawn once while nothing changes, and once for everyone who asks at the same time', async () => {
    const { number } = await anAccepted(here)
    const drawn = { times: 0 }
    const counted: TestMeans = {
      ...here,
      store: {
        ...here.store,
        of: (city) => {
          drawn.times += 1
          return here.store.of(city)
        },
      },
    }
    const counting = anApp(counted)
    await Promise.all(Array.from({ length: 20 }, () => counting.request(`/zhytomyr/reports/${number}`)))
    const first = drawn.times
    await counting.request(`/zhytomyr/reports/${number}`)
    expect(first).toBeLessThanOrEqual(2)
    expect(drawn.times).toBe(first)
  })

  it('forgets a name that its author corrected', async () => {
    const { number, author } = await anAccepted(here)
    const path = `/zhytomyr/reports/${number}`
    expect(await page(path)).toContain('Оксана')
    await correctPerson(here, author.id, { firstName: 'Роксолана', lastName: 'Приватенко', locale: 'uk' })
    const now = await page(path)
    expect(now).toContain('Роксолана')
    expect(now).not.toContain('Оксана')
  })

  it('tells a new day as a new day', async () => {
    const { number } = await anAccepted(here)
    const path = `/zhytomyr/reports/${number}`
    expect(await page(path)).toContain('сьогодні')
    here.clock.at = day(1)
    expect(await page(path)).toContain('вчора')
    here.clock.at = day(40)
    expect(await page(path)).toContain('прострочено на')
    here.clock.at = day(0)
  })

  it('is never kept for who is signed in, nor shown to others from what they saw', async () => {
    const { number } = await anAccepted(here)
    const person = await aPerson(here.store)
    const path = `/zhytomyr/reports/${number}`
    const signedIn = await app.request(path, { headers: as(person) })
    expect(await signedIn.text()).toContain('href="/me"')
    expect(signedIn.headers.get('cache-control')).toContain('private')
    const visitor = await app.request(path)
    expect(await visitor.text()).not.toContain('href="/me"')
  })

  it('has one address: what else a link carries is not kept with it', async () => {
    const { number } = await anAccepted(here)
    const marked = await app.request(`/zhytomyr/reports/${number}?utm=friend`)
    expect(marked.status).toBe(302)
    expect(marked.headers.get('location')).toBe(`/zhytomyr/reports/${number}`)

    const empty = await app.request('/en/zhytomyr/reports?status=resolved&category=&q=&evil=1')
    expect(empty.headers.get('location')).toBe('/en/zhytomyr/reports?status=resolved')
    await app.request('/en/zhytomyr/reports?status=resolved', { method: 'HEAD' })
    const again = await app.request('/en/zhytomyr/reports?status=resolved')
    expect(again.status).toBe(200)
    expect(await again.text()).toContain(`rel="canonical" href="${origin}/en/zhytomyr/reports?status=resolved"`)
  })

  it('comes compressed, and not at all to who has it', async () => {
    await anAccepted(here)
    const plain = await app.request('/zhytomyr')
    const zipped = await app.request('/zhytomyr', { headers: { 'accept-encoding': 'gzip' } })
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    const unzipped = zipped.body?.pipeThrough(new DecompressionStream('gzip'))
    expect(await new Response(unzipped).text()).toBe(await plain.text())

    const etag = plain.headers.get('etag') ?? ''
    const known = await app.request('/zhytomyr', { headers: { 'if-none-match': etag } })
    expect(known.status).toBe(304)
    await done(here, (await anAccepted(here)).number, { kind: 'start', note: '' }, anOfficer())
    expect((await app.request('/zhytomyr', { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('is gone at the next look when the report is', async () => {
    const { number, author } = await anAccepted(here)
    const path = `/zhytomyr/reports/${number}`
    expect((await app.request(path)).status).toBe(200)
    await done(here, number, { kind: 'withdraw' }, author)
    expect((await app.request(path)).status).toBe(404)
  })
})
