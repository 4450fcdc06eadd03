import { beforeAll, expect, it } from 'vitest'

import { anApp, origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aWaitingPhoto } from '#test/some-reports.ts'

const saving = { 'save-data': 'on' }
const picture = /<img|<source|\sposter=/

describeOnOne('to a browser that saves data, a page', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let report: string
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    const key = aKey()
    const { number } = await anAccepted(here, { key, media: [await aWaitingPhoto(here, key)] })
    report = `/zhytomyr/reports/${number}`
  })
  const page = async (path: string, headers: Record<string, string> = {}) =>
    (await app.request(path, { headers })).text()
  const choose = async (fields: Record<string, string>) => {
    const answer = await app.request('/pictures', sent(fields))
    return { leads: answer.headers.get('location'), cookie: answer.headers.get('set-cookie') ?? '' }
  }

  it('comes without pictures, says so, and leads to each photo still', async () => {
    for (const path of [report, '/zhytomyr', '/zhytomyr/reports', '/zhytomyr/embed/list', '/zhytomyr/install']) {
      expect(await page(path)).toMatch(picture)
      expect(await page(path, saving)).not.toMatch(picture)
    }
    const html = await page(report, saving)
    expect(html).toMatch(/<a href="\/media\/[^"]+\/2048\.webp"><span class="photo-link">Фото 1 /)
    expect(html).toContain('Без фото: браузер')
    expect(await page(report)).not.toContain('Без фото: браузер')
    const { reports } = JSON.parse(await page('/zhytomyr/map/in-view.json', saving))
    expect(reports[0].photo).toBeNull()
  })

  it('shows them for a day once they are asked for, and no more when they are not wanted', async () => {
    const { leads, cookie } = await choose({ pictures: 'shown', back: report })
    expect(leads).toBe(report)
    expect(cookie).toContain('Max-Age=86400')
    const asked = { ...saving, cookie: cookie.split(';')[0] ?? '' }
    const html = await page(report, asked)
    expect(html).toMatch(picture)
    expect(html).toContain(`<input type="hidden" name="back" value="${report}"`)
    expect((await choose({ pictures: 'left_out', back: report })).cookie).toContain('Max-Age=0')
  })

  it('is drawn once like any other, and never for who does not save data', async () => {
    const first = await app.request(report, { headers: saving })
    expect(first.headers.get('vary')).toContain('Save-Data')
    const etag = first.headers.get('etag') ?? ''
    const known = (headers: Record<string, string>) =>
      app.request(report, { headers: { ...headers, 'if-none-match': etag } })
    expect((await known(saving)).status).toBe(304)
    expect((await known({})).status).toBe(200)
    expect((await app.request('/zhytomyr/help')).headers.get('vary')).toContain('Save-Data')
  })

  it('leads to no other site', async () => {
    expect((await choose({ pictures: 'shown', back: '//evil.example/' })).leads).toBe('/')
    expect((await choose({ pictures: 'shown', back: `${origin}/zhytomyr` })).leads).toBe('/')
  })
})
