import { beforeAll, expect, it } from 'vitest'

import { pothole } from '#test/a-guide.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means } from '#test/means.ts'

describeOnOne('the map as a page', (open) => {
  let app: ReturnType<typeof anApp>
  const page = async (query: string) => (await app.request(`/zhytomyr/map${query}`)).text()

  beforeAll(async () => {
    app = anApp(means(await open()))
  })

  it('has every filter of the list as its address says it, and leads to the same list', async () => {
    const query = `status=resolved&category=${pothole}&q=%D1%8F%D0%BC%D0%B0&from=2026-01-01&to=2026-02-01&overdue=2026-03-01&trait=late`
    const html = await page(`?${query}&before=12`)
    const [, list] = /href="([^"]*)" data-map-to-list/.exec(html) ?? []
    expect(list?.replaceAll('&amp;', '&')).toBe(`/zhytomyr/reports?${query}`)
    expect(html).toMatch(/<input[^>]*value="яма"[^>]*name="q"|<input[^>]*name="q"[^>]*value="яма"/)
    expect(html).toMatch(/<input[^>]*name="overdue" value="2026-03-01" checked/)
    expect(html).toMatch(/<option selected value="late"|<option value="late" selected/)
    expect(html).toMatch(/data-map-filter-count[^>]*>: 7</)
  })

  it('says which condition of its address it does not follow', async () => {
    expect(await page('?category=dragons')).toContain('не враховано: «Категорія»')
    expect(await page('')).not.toContain('не враховано')
  })
})
