import { beforeAll, expect, it } from 'vitest'

import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aSubmitted } from '#test/some-reports.ts'
import { xmlFault } from '#test/well-formed.ts'

describeOnOne('the map for search engines', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const document = async (path: string) => {
    const answer = await app.request(path)
    expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
      path,
      200,
      'application/xml; charset=utf-8',
    ])
    const text = await answer.text()
    expect([path, xmlFault(text)]).toEqual([path, null])
    return text
  }
  const placesIn = (text: string) => [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    await anAccepted(here)
    await aSubmitted(here)
  })

  it('begins in robots.txt, and leads to each city', async () => {
    expect(await (await app.request('/robots.txt')).text()).toContain('\nSitemap: http://open.example/sitemap.xml\n')
    expect(placesIn(await document('/sitemap.xml'))).toEqual(['http://open.example/zhytomyr/sitemap/1.xml'])
  })

  it('names every public page in each language, with the other ones, and since when it is so', async () => {
    const text = await document('/zhytomyr/sitemap/1.xml')
    const reports = placesIn(text).filter((address) => /\/reports\/\d/.test(address ?? ''))
    expect(reports).toEqual(['http://open.example/zhytomyr/reports/1', 'http://open.example/en/zhytomyr/reports/1'])
    for (const page of ['', '/reports', '/map', '/help', '/data'])
      expect(placesIn(text)).toEqual(
        expect.arrayContaining([`http://open.example/zhytomyr${page}`, `http://open.example/en/zhytomyr${page}`]),
      )
    expect(text).toContain(
      '<url><loc>http://open.example/zhytomyr/reports/1</loc><lastmod>2026-01-01T12:00:00Z</lastmod>' +
        '<xhtml:link rel="alternate" hreflang="uk" href="http://open.example/zhytomyr/reports/1"/>' +
        '<xhtml:link rel="alternate" hreflang="en" href="http://open.example/en/zhytomyr/reports/1"/></url>',
    )
    for (const address of placesIn(text)) {
      const path = (address ?? '').replace('http://open.example', '')
      expect([path, (await app.request(path)).status]).toEqual([path, 200])
    }
  })

  it('goes on in another file before one grows too large', async () => {
    await here.store.whole.updateTable('city').set({ last_number: 20_001 }).execute()
    expect(placesIn(await document('/sitemap.xml'))).toHaveLength(3)
    expect(placesIn(await document('/zhytomyr/sitemap/3.xml'))).toEqual([])
    expect((await app.request('/zhytomyr/sitemap/4.xml')).status).toBe(404)
  })
})
