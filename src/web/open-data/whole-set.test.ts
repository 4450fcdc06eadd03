import { parse } from 'csv-parse/sync'
import { beforeAll, expect, it } from 'vitest'

import { anOfficer } from '#src/domain/examples.ts'
import { allPublished } from '#src/store/published-reports.ts'
import { aGuide, pothole, southern } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aSubmitted, done } from '#test/some-reports.ts'

type Row = Record<string, string>

describeOnOne('all reports as a file', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const table = async (path: string): Promise<readonly Row[]> => {
    const text = await (await app.request(path)).text()
    return parse(text.replace(/^\uFEFF/, ''), { columns: true, record_delimiter: '\r\n' }) as Row[]
  }

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    await anAccepted(here, { description: '=HYPERLINK("http://evil.example")', address: 'вул. Ґонти, 5; двір' })
    const { number } = await anAccepted(here, { description: 'Яма, «глибока»\nі широка', categoryId: pothole })
    await done(here, number, { kind: 'resolve', note: 'Засипали', media: [] }, anOfficer())
    await aSubmitted(here, { description: 'Ніхто ще цього не бачив' })
  })

  it('says of each what its page says, in words and in names for programs', async () => {
    const [pit, link, ...others] = await table('/zhytomyr/reports.csv')
    expect(others).toEqual([])
    expect(pit).toEqual({
      number: '2',
      url: 'http://open.example/zhytomyr/reports/2',
      status: 'resolved',
      status_name: 'Вирішено',
      headline: 'Яма, «глибока» і широка',
      description: 'Яма, «глибока»\nі широка',
      language: 'uk',
      address: 'майдан Згоди, 3',
      longitude: '28.6587',
      latitude: '50.2547',
      areas: 'old-town southern',
      area_names: 'Старе місто, Південний район',
      group: 'streets',
      group_name: 'Вулиці',
      category: 'pothole',
      category_name: 'Яма на дорозі',
      organization: 'water-utility',
      organization_name: 'Водоканал',
      submitted_at: '2026-01-01T14:00:00+02:00',
      accepted_at: '2026-01-01T14:00:00+02:00',
      answer_due: '',
      answered_at: '2026-01-01T14:00:00+02:00',
      status_since: '2026-01-01T14:00:00+02:00',
      confirmed: 'false',
      supporters: '0',
      merged_into: '',
      not_resolved_reason: '',
      not_resolved_reason_name: '',
      days_to_answer: '0',
      answered_late: 'false',
      found_solved: '',
    })
    expect(link).toMatchObject({ description: '\'=HYPERLINK("http://evil.example")', address: 'вул. Ґонти, 5; двір' })
    expect(link?.answer_due).toMatch(/^2026-02-\d\dT\d\d:\d\d:\d\d\+02:00$/)
    expect((await table('/en/zhytomyr/reports.csv'))[0]).toMatchObject({
      status_name: 'Resolved',
      url: 'http://open.example/en/zhytomyr/reports/2',
    })
  })

  it('is narrowed as the list is', async () => {
    const numbers = async (query: string) => (await table(`/zhytomyr/reports.csv?${query}`)).map(({ number }) => number)
    expect(await numbers('status=resolved')).toEqual(['2'])
    expect(await numbers(`area=${southern}&before=2`)).toEqual(['2', '1'])
    expect(await numbers('q=%D1%8F%D0%BC%D0%B0')).toEqual(['2'])
    expect(await numbers('from=2020-01-01&to=2020-01-02')).toEqual([])
  })

  it('says the same as features, all of them', async () => {
    const answer = await app.request('/zhytomyr/reports.geojson?all=yes')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="zhytomyr-reports.geojson"')
    const { features } = (await answer.json()) as { features: { properties: { number: number } }[] }
    expect(features.map(({ properties }) => properties.number)).toEqual([2, 1])
    expect(features[0]).not.toHaveProperty('properties.longitude')
  })

  it('is known again by its tag until something happens, by whoever asks', async () => {
    const asked = (etag = '') => app.request('/zhytomyr/reports.csv', { headers: { 'if-none-match': etag } })
    const first = await asked()
    await first.body?.cancel()
    const etag = first.headers.get('etag') ?? ''
    expect((await asked(etag)).status).toBe(304)
    const head = await app.request('/zhytomyr/reports.csv', { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, ''])
    await anAccepted(here)
    const after = await asked(etag)
    expect([after.status, after.headers.get('etag') === etag]).toEqual([200, false])
    await after.body?.cancel()
  })

  it('is sent to so many at once, and to the next when one has gone', async () => {
    const all: Response[] = []
    for (let one = 0; one < 21; one += 1) all.push(await app.request('/zhytomyr/reports.csv'))
    expect(all.slice(-2).map(({ status }) => status)).toEqual([200, 429])
    for (const { body } of all) await body?.cancel()
    const next = await app.request('/zhytomyr/reports.csv')
    expect(next.status).toBe(200)
    await next.body?.cancel()
  })

  it('has each once, whatever happens while it is read', async () => {
    for (let more = 0; more < 12; more += 1) await anAccepted(here, { description: `Не горить ліхтар ${more}` })
    const tx = here.store.of(aGuide().city.id)
    const before = (await Array.fromAsync(allPublished(tx, {}))).flat().map(({ number }) => number)
    const found: number[] = []
    for await (const page of allPublished(tx, {}, 5)) {
      found.push(...page.map(({ number }) => number))
      await anAccepted(here, { description: 'Прийшло тим часом' })
      if (found.length === 5) await done(here, 1, { kind: 'start', note: '' }, anOfficer())
    }
    expect(found).toEqual(before)
  })
})
