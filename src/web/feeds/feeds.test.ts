import { beforeAll, expect, it } from 'vitest'

import { anOfficer } from '#src/domain/examples.ts'
import { pothole } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aSubmitted, done } from '#test/some-reports.ts'
import { xmlFault } from '#test/well-formed.ts'

describeOnOne('a feed', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const feed = async (path: string) => {
    const answer = await app.request(path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      path,
      200,
      'application/atom+xml; charset=utf-8',
    ])
    const text = await answer.text()
    expect([path, xmlFault(text)]).toEqual([path, null])
    return text
  }
  const all = (text: string, element: string) =>
    [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(([, inside]) => inside)

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    await anAccepted(here, { description: 'Яма <b>&amp; багнюка</b>\u0001 "тут"', categoryId: pothole })
    const { number } = await anAccepted(here, { description: 'Тече вода з люка' })
    await done(here, number, { kind: 'resolve', note: 'Замінили трубу', media: [] }, anOfficer())
    await aSubmitted(here, { description: 'Ніхто ще цього не бачив' })
  })

  it('has what RFC 4287 asks for: names that stay, titles, times, addresses, an author', async () => {
    const text = await feed('/zhytomyr/reports.atom')
    expect(all(text, 'id')).toEqual([
      'tag:open.example,2026:/zhytomyr/reports.atom',
      'tag:open.example,2026:/zhytomyr/reports/2',
      'tag:open.example,2026:/zhytomyr/reports/1',
    ])
    expect(all(text, 'title')).toEqual([
      'Звернення мешканців Житомира',
      'Тече вода з люка',
      'Яма &lt;b&gt;&amp;amp; багнюка&lt;/b&gt; &quot;тут&quot;',
    ])
    expect(all(text, 'name')).toEqual(['Відкрите місто'])
    expect(all(text, 'updated')).toEqual(Array.from({ length: 3 }, () => '2026-01-01T12:00:00Z'))
    expect(text).toContain(
      '<link rel="self" type="application/atom+xml" href="http://open.example/zhytomyr/reports.atom"/>',
    )
    expect(text).toContain('<category term="resolved" label="Вирішено"/>')
    expect(text).toContain('<georss:point>50.2547 28.6587</georss:point>')
  })

  it.each([
    ['status=resolved', 'Звернення мешканців Житомира · Вирішено', 1],
    ['category=pothole', 'Звернення мешканців Житомира · Яма на дорозі', 1],
    ['area=southern', 'Звернення мешканців Житомира · Південний район', 2],
    ['organization=water-utility', 'Звернення мешканців Житомира · Водоканал', 2],
    ['q=%D0%BB%D1%8E%D0%BA%D0%B0', 'Звернення мешканців Житомира · «люка»', 1],
    ['status=postponed', 'Звернення мешканців Житомира · Відкладено', 0],
  ])('is narrowed by %s, and the list leads to it', async (query, title, count) => {
    const text = await feed(`/zhytomyr/reports.atom?${query}`)
    expect(all(text, 'title')[0]).toBe(title)
    expect(all(text, 'title')).toHaveLength(count + 1)
    const list = await (await app.request(`/zhytomyr/reports?${query}`)).text()
    const address = `http://open.example/zhytomyr/reports.atom?${query}`
    expect(list).toContain(`<link rel="alternate" type="application/atom+xml" title="${title}" href="${address}"`)
  })

  it('speaks English as well', async () => {
    const text = await feed('/en/zhytomyr/reports.atom?status=resolved')
    expect(text).toContain('Reports by residents of Zhytomyr · Resolved')
    expect(text).toContain('http://open.example/en/zhytomyr/reports/2')
  })

  it('is told as known until something happens', async () => {
    const asked = (etag: string) => app.request('/zhytomyr/reports.atom', { headers: { 'if-none-match': etag } })
    const etag = (await asked('')).headers.get('etag') ?? ''
    expect((await asked(etag)).status).toBe(304)
    await anAccepted(here, { description: 'Не горить ліхтар' })
    expect((await asked(etag)).status).toBe(200)
  })

  it('of one report tells what happened to it, newest first, and of no report that is not public', async () => {
    const text = await feed('/zhytomyr/reports/2.atom')
    expect(all(text, 'title').slice(0, 2)).toEqual(['№ 2: Тече вода з люка', 'Вирішено'])
    expect(text).toContain('Водоканал\n\nЗамінили трубу')
    expect(new Set(all(text, 'id')).size).toBe(4)
    expect((await app.request('/zhytomyr/reports/3.atom')).status).toBe(404)
    expect(await (await app.request('/zhytomyr/reports/2')).text()).toContain(
      'href="http://open.example/zhytomyr/reports/2.atom"',
    )
  })
})
