import { beforeAll, expect, it } from 'vitest'

import { moderatorEmail, officerEmail, pothole } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnBoth } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson, aSubmitted, type Resident } from '#test/some-reports.ts'

describeOnBoth('the desk', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let moderator: Resident
  let officer: Resident
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
    moderator = await aPerson(here.store, { email: moderatorEmail })
    officer = await aPerson(here.store, { email: officerEmail })
  })
  const page = async (path: string, who: Resident) => (await app.request(path, { headers: as(who) })).text()

  it('leads who is not signed in back to the report, also when an act was sent', async () => {
    const { number } = await anAccepted(here)
    const there = `/sign-in?continue=${encodeURIComponent(`/zhytomyr/desk/${number}`)}`
    const asked = await app.request(`/zhytomyr/desk/${number}`)
    const acted = await app.request(`/zhytomyr/desk/${number}/start`, sent({ key: crypto.randomUUID() }))
    expect([asked, acted].map(({ headers }) => headers.get('location'))).toEqual([there, there])
  })

  it('shows an officer what lies around a report as far as it is public, and a moderator also what waits', async () => {
    const { number } = await anAccepted(here)
    const beside = await anAccepted(here, { description: 'Яма за рогом' })
    const waiting = await aSubmitted(here, { description: 'Ще ніхто не читав' })

    const moderated = await page(`/zhytomyr/desk/${number}`, moderator)
    expect(moderated).toContain('Ще ніхто не читав')
    expect(moderated).toContain(`href="/zhytomyr/desk/${waiting.number}"`)

    const answered = await page(`/zhytomyr/desk/${number}`, officer)
    expect(answered).toContain('Яма за рогом')
    expect(answered).toContain(`href="/zhytomyr/reports/${beside.number}"`)
    expect(answered).not.toContain('Ще ніхто не читав')
  })

  it('shows a moderator first what probably is the same problem, and merges with one press', async () => {
    const location = { lng: 28.69, lat: 50.26 }
    const main = await anAccepted(here, { location, description: 'З люка тече вода на дорогу' })
    for (const east of [0.0001, 0.0002, 0.0003, 0.0004, 0.0005, 0.0006])
      await anAccepted(here, {
        location: { ...location, lng: location.lng + east },
        description: 'Яма на узбіччі',
        categoryId: pothole,
      })
    const { number } = await aSubmitted(here, { location, description: 'Тече вода з люка' })

    const opened = await page(`/en/zhytomyr/desk/${number}`, moderator)
    expect(opened.indexOf('Probably the same')).toBeGreaterThan(0)
    expect(opened.match(/Probably the same/g)).toHaveLength(1)
    expect(opened).toContain(`Merge with No. ${main.number}`)
    expect(opened.indexOf(`Merge with No. ${main.number}`)).toBeLessThan(opened.indexOf('Яма на узбіччі'))

    const merge = { key: crypto.randomUUID(), into: String(main.number) }
    await app.request(`/en/zhytomyr/desk/${number}/merge`, sent(merge, as(moderator)))
    expect(await page(`/en/zhytomyr/reports/${main.number}`, moderator)).toContain('It concerns 1 more person')
  })
})
