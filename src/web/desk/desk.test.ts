import { beforeAll, expect, it } from 'vitest'

import { moderatorEmail, officerEmail } from '#test/a-guide.ts'
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
})
