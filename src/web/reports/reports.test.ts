import { beforeAll, expect, it } from 'vitest'

import { anOfficer, waterUtility } from '#src/domain/examples.ts'
import { pothole } from '#test/a-guide.ts'
import { anApp, as } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson, aSubmitted, done } from '#test/some-reports.ts'

describeOnOne('the list of reports', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const page = async (path: string) => (await app.request(path)).text()
  const rowsIn = (html: string) => [...html.matchAll(/<article class="card report"/g)].length

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    expect(await page('/zhytomyr/reports')).toContain('Звернень ще немає')
    await anAccepted(here, { description: 'Тече вода з люка біля зупинки' })
    await anAccepted(here, { description: 'Яма на всю смугу <b>небезпечно</b>', categoryId: pothole })
    const { number } = await anAccepted(here, { description: 'Прорвало трубу в підвалі' })
    await done(here, number, { kind: 'resolve', note: 'Замінили', media: [] }, anOfficer())
    await aSubmitted(here, { description: 'Ніхто ще цього не бачив' })
  })

  it('shows what is public, newest first, whatever was typed', async () => {
    const html = await page('/zhytomyr/reports')
    expect(rowsIn(html)).toBe(3)
    expect(html.indexOf('Прорвало')).toBeLessThan(html.indexOf('Тече вода'))
    expect(html).toContain('&lt;b>небезпечно')
    expect(html).not.toContain('Ніхто ще')
  })

  it.each([
    ['status=resolved', 'Прорвало', 1],
    ['status=accepted&status=resolved', 'Тече вода', 3],
    ['category=water', 'Тече вода', 2],
    ['category=pothole', 'Яма', 1],
    [`organization=${waterUtility}`, 'Прорвало', 3],
    ['area=southern', 'Прорвало', 3],
    ['status=resolved&area=old-town', 'Прорвало', 1],
    ['q=%D0%BB%D1%8E%D0%BA%D0%B0', 'Тече вода', 1],
    ['from=2026-01-01&to=2026-01-01', 'Тече вода', 3],
  ])('is narrowed by %s, and says so in a chip that undoes it', async (query, found, count) => {
    const html = await page(`/zhytomyr/reports?${query}`)
    expect(rowsIn(html)).toBe(count)
    expect(html).toContain(found)
    expect(html).toMatch(/<a class="chip" href="\/zhytomyr\/reports/)
    expect(html).toMatch(/<summary>Фільтри: \d<\/summary>/)
  })

  it('names the years of a period that are not the present one, or two', async () => {
    const chips = async (query: string) =>
      (await page(`/zhytomyr/reports?${query}`)).match(/(?<=class="chip"[^>]*>)[^<]*/g)
    expect(await chips('from=2025-12-01&to=2026-01-01')).toEqual([
      'з 1\u00a0грудня\u00a02025\u00a0р.',
      'по 1\u00a0січня\u00a02026\u00a0р.',
    ])
    expect(await chips('from=2026-01-01&to=2026-12-01')).toEqual(['з 1\u00a0січня', 'по 1\u00a0грудня'])
    expect(await chips('to=2027-01-01')).toEqual(['по 1\u00a0січня\u00a02027\u00a0р.'])
  })

  it.each([
    ['category=nope', '/zhytomyr/reports?unclear=category', 'не враховано: «Категорія».'],
    ['status=rejected&status=resolved', '/zhytomyr/reports?status=resolved&unclear=status', 'не враховано: «Статус».'],
    ['from=2026-13-45&area=nope', '/zhytomyr/reports?unclear=area&unclear=from', '«Район, мікрорайон», «Надіслано з».'],
    [
      'from=2026-12-01&to=2026-01-01',
      '/zhytomyr/reports?from=2026-01-01&to=2026-12-01&unclear=order',
      'Початок пізніше за кінець',
    ],
  ])('says what of %s it does not follow', async (query, address, words) => {
    const answer = await app.request(`/zhytomyr/reports?${query}`)
    expect([answer.status, answer.headers.get('location')]).toEqual([302, address])
    expect(await page(address)).toContain(words)
    const signedIn = await app.request(`/zhytomyr/reports?${query}`, { headers: as(await aPerson(here.store)) })
    expect(await signedIn.text()).toContain(words)
  })

  it.each([
    ['status=banana', 'status'],
    ['status=accepted&status=withdrawn', 'status'],
    ['category=nope', 'category'],
    ['from=2026-13-45', 'from'],
    ['from=2026-12-01&to=2026-01-01', 'to'],
    ['area=nope&all=yes', 'area'],
  ])('refuses programs what it does not understand: %s', async (query, parameter) => {
    const asked = [
      'reports.geojson?',
      'reports.csv?',
      'reports.atom?',
      'tiles/10/593/346.mvt?',
      'map/in-view.json?bbox=28,50,29,51&',
    ]
    for (const address of asked) {
      const answer = await app.request(`/zhytomyr/${address}${query}`)
      expect([address, answer.status]).toEqual([address, 400])
      expect(await answer.json()).toMatchObject({ problem: 'unknown_filter', parameters: [parameter] })
    }
  })

  it('tells a person who asked for a table by what there is not which parameter it was', async () => {
    const headers = { accept: 'text/html,*/*' }
    const answer = await app.request('/zhytomyr/reports.csv?status=banana', { headers })
    expect([answer.status, (await answer.text()).includes('не розпізнано: status.')]).toEqual([400, true])
  })

  it('offers no category that takes no reports, but shows the one that is asked for', async () => {
    expect(await page('/zhytomyr/reports')).not.toContain('Платна стоянка')
    expect(await page('/zhytomyr/reports?category=paid-parking')).toMatch(/selected[^>]*>Платна стоянка/)
  })

  it('offers a way on where nothing matches', async () => {
    const html = await page('/zhytomyr/reports?from=2020-01-01&to=2020-02-01')
    expect(rowsIn(html)).toBe(0)
    expect(html).toContain('За цими умовами нічого немає')
  })

  it('goes on to the older ones, under the same filter', async () => {
    for (let more = 0; more < 31; more += 1) await anAccepted(here, { description: `Не працює ліхтар ${more}` })
    const first = await page('/zhytomyr/reports?status=accepted')
    expect(rowsIn(first)).toBe(30)
    const next = /href="([^"]*before=\d+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(next).toContain('status=accepted')
    const second = await page(next)
    expect(rowsIn(second)).toBe(3)
    expect(second).toContain('Тече вода')
    expect(second).not.toContain('rel="next"')
    expect(await page('/zhytomyr/reports?before=1')).toContain('Давніших звернень немає')
  })

  it.each(['2', '№ 2', '№2', 'No. 2', 'no 2'])(
    'begins with the report whose number is looked for: %s',
    async (words) => {
      const html = await page(`/zhytomyr/reports?${new URLSearchParams({ q: words })}`)
      expect(/data-report="(\d+)"/.exec(html)?.[1]).toBe('2')
      expect(html.match(/data-report="2"/g)).toHaveLength(1)
    },
  )

  it('leads by its number to no report that is not public', async () => {
    expect(await page('/zhytomyr/reports?q=4')).not.toContain('data-report="4"')
    expect(await page('/zhytomyr/reports?q=№+4')).toContain('За цими умовами нічого немає')
  })

  it('is drawn for who is signed in as well, in English too', async () => {
    const person = await aPerson(here.store)
    const answer = await app.request('/en/zhytomyr/reports?status=resolved&utm=1', { headers: as(person) })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Remove filter: Resolved')
  })

  it('says in which language others’ words are, where it is not the page’s', async () => {
    const { number } = await anAccepted(here, { description: 'A pothole by the school', locale: 'en' })
    const card = (html: string) => html.slice(html.indexOf(`data-report="${number}"`)).split('</article>')[0]
    const [uk, en] = [card(await page('/zhytomyr/reports')), card(await page('/en/zhytomyr/reports'))]
    expect(uk).toMatch(/<a href="[^"]*" lang="en">A pothole/)
    expect(uk?.match(/lang=/g)).toHaveLength(1)
    expect(en).toMatch(/<a href="[^"]*">A pothole/)
    expect(en).toContain('<span lang="uk">майдан Згоди,\u00a03</span>')
  })

  it('is open data for any site, the same for the same filter', async () => {
    const answer = await app.request('/zhytomyr/reports.geojson?status=resolved&q=%D1%82%D1%80%D1%83%D0%B1%D1%83')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('content-type')).toContain('application/geo+json')
    expect(await answer.json()).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          id: 3,
          geometry: { type: 'Point', coordinates: [28.6587, 50.2547] },
          properties: expect.objectContaining({
            number: 3,
            status: 'resolved',
            headline: 'Прорвало трубу в підвалі',
            category: 'water-leak',
            category_name: 'Витік води',
            areas: ['old-town', 'southern'],
            submitted_at: '2026-01-01T14:00:00+02:00',
            url: 'http://open.example/zhytomyr/reports/3',
          }),
        },
      ],
    })
    const etag = answer.headers.get('etag') ?? ''
    const again = await app.request('/zhytomyr/reports.geojson?q=%D1%82%D1%80%D1%83%D0%B1%D1%83&status=resolved', {
      headers: { 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
    expect(await (await app.request('/en/zhytomyr/reports.geojson')).text()).toContain('Water leak')
  })
})
