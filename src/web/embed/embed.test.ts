import { beforeAll, expect, it } from 'vitest'

import { pothole } from '#test/a-guide.ts'
import { anApp, as } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson } from '#test/some-reports.ts'

describeOnOne('what stands within another site’s page', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  const page = async (path: string) => (await app.request(path)).text()

  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    await anAccepted(here, { description: 'Тече вода з люка' })
    await anAccepted(here, { description: 'Яма на дорозі біля школи', categoryId: pothole })
  })

  it('shows what the list’s filters leave, and leads to the whole of it in a window of its own', async () => {
    const list = await page(`/zhytomyr/embed/list?category=${pothole}&before=1`)
    expect(list).toContain('Яма на дорозі біля школи')
    expect(list).not.toContain('Тече вода')
    expect(list).toContain(`href="/zhytomyr/reports?category=${pothole}"`)
    const map = await page(`/en/zhytomyr/embed/map?category=${pothole}`)
    expect(map).toContain(`/zhytomyr/tiles/{z}/{x}/{y}.mvt?category=${pothole}`)
    for (const html of [list, map]) {
      expect(html).toContain('<base target="_blank"')
      expect(html).not.toMatch(/<form|<button type="submit"/)
    }
  })

  it('says which condition of its address it does not follow', async () => {
    for (const path of ['/zhytomyr/embed/list', '/zhytomyr/embed/map']) {
      expect(await page(`${path}?category=dragons`)).toContain('не враховано: «Категорія»')
      expect(await page(path)).not.toContain('не враховано')
    }
  })

  it('is the same for who is signed in, asks for no cookie and sets none', async () => {
    const person = await aPerson(here.store, { firstName: 'Зоряна' })
    const asked = (headers: Record<string, string>) => app.request('/zhytomyr/embed/list', { headers })
    const [visitor, signedIn] = [await asked({}), await asked(as(person))]
    expect(signedIn.headers.getSetCookie()).toEqual([])
    expect(await signedIn.text()).toBe(await visitor.text())
  })

  it('may be framed by any site, as nothing else may', async () => {
    const headers = async (path: string) => (await app.request(path)).headers
    const framed = await headers('/zhytomyr/embed/map')
    expect(framed.get('content-security-policy')).toContain("form-action 'none'; frame-ancestors *; base-uri 'none'")
    expect(framed.get('x-frame-options')).toBeNull()
    for (const path of ['/zhytomyr', '/zhytomyr/embed', '/atlantis/embed/map', '/zhytomyr/data']) {
      const others = await headers(path)
      expect([path, others.get('x-frame-options')]).toEqual([path, 'DENY'])
      expect(others.get('content-security-policy')).toContain("frame-ancestors 'none'")
    }
  })

  it('is offered to be copied, with the filters that one came with', async () => {
    const html = await page(`/zhytomyr/data?status=resolved&category=${pothole}`)
    const snippet = html.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
    expect(snippet).toContain(
      `<iframe src="http://open.example/zhytomyr/embed/map?status=resolved&amp;category=${pothole}" title="`,
    )
    expect(await page(`/zhytomyr/reports?category=${pothole}`)).toContain(`/zhytomyr/data?category=${pothole}#embed`)
  })
})
