import { beforeAll, expect, it } from 'vitest'

import { anOfficer, day } from '#src/domain/examples.ts'
import { anApp } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, done } from '#test/some-reports.ts'

describeOnOne("a city's front page", (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })
  const page = async (path = '/zhytomyr') => (await app.request(path)).text()

  it('invites the first report where there is none, without figures of nothing', async () => {
    const html = await page()
    expect(html).toContain('Звернень ще немає')
    expect(html).not.toContain('class="figures"')
    expect(html).toContain('href="/zhytomyr/reports/new"')
  })

  it('shows the newest and counts thirty days, no more', async () => {
    for (let one = 0; one < 8; one += 1) await anAccepted(here, { description: `Темна вулиця номер ${one}` })
    await done(here, 1, { kind: 'resolve', note: 'Полагодили', media: [] }, anOfficer())
    const html = await page()
    expect([...html.matchAll(/<article/g)]).toHaveLength(6)
    expect(html).toMatch(/<b class="figure">8<\/b>.*<b class="figure">1<\/b>/s)

    expect(html).toContain(
      '<a href="/zhytomyr/reports?area=southern">Південний район</a><span class="soft">8\u00a0звернень, з них вирішено 1</span>',
    )
    expect(html).toContain('Північний район</a><span class="soft">звернень немає</span>')
    expect(html).not.toContain('Старе місто')

    here.clock.at = day(30)
    expect(await page()).not.toContain('class="figures')
    here.clock.at = day(29)
    expect(await page()).toContain('<b class="figure">8</b>')
  })

  it('is there in English, and for no city that is not', async () => {
    expect(await page('/en/zhytomyr')).toContain('Report a problem')
    expect((await app.request('/atlantis')).status).toBe(404)
  })
})
