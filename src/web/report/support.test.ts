import { beforeAll, expect, it } from 'vitest'

import { anAct, anOfficer } from '#src/domain/examples.ts'
import { findByNumber } from '#src/store/reports.ts'
import { findStopKey } from '#src/store/supports.ts'
import { aGuide } from '#test/a-guide.ts'
import { anApp, as, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aPerson, done } from '#test/some-reports.ts'

describeOnOne("a reader's support", (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  beforeAll(async () => {
    here = means(await open())
    app = anApp(here)
  })
  const { city } = aGuide()
  const support = (number: number, headers?: Record<string, string>, fields: Record<string, string> = {}) =>
    app.request(`/zhytomyr/reports/${number}/support`, sent(fields, headers))
  const page = async (number: number, headers: Record<string, string> = {}, query = '') =>
    (await app.request(`/en/zhytomyr/reports/${number}${query}`, { headers })).text()

  it('is counted in public at the very next look, and can be taken back', async () => {
    const { number } = await anAccepted(here)
    expect(await page(number)).not.toContain('more person')
    const person = await aPerson(here.store)
    const answer = await support(number, as(person))
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/zhytomyr/reports/${number}#support`])
    expect(await page(number)).toContain('It concerns 1\u00a0more person')
    expect(await page(number, as(person))).toContain('Stop following')

    await support(number, as(person), { stop: 'yes' })
    expect(await page(number)).not.toContain('more person')
    expect(await page(number, as(person))).toContain('It concerns me too')
  })

  it('leads who is not signed in there and back to the button', async () => {
    const { number } = await anAccepted(here)
    const location = (await support(number)).headers.get('location') ?? ''
    const back = new URLSearchParams(location.split('?')[1]).get('continue') ?? ''
    expect(back).toBe(`/zhytomyr/reports/${number}?join=1#support`)
    expect(await page(number, as(await aPerson(here.store)), '?join=1')).toContain('You are signed in.')
  })

  it('is offered neither to the author nor on a closed report', async () => {
    const { number, author } = await anAccepted(here)
    expect(await page(number, as(author))).not.toContain('It concerns me too')
    await done(here, number, anAct('resolve'), anOfficer())
    expect(await page(number)).not.toContain('It concerns me too')
    expect((await support(number, as(await aPerson(here.store)))).status).toBe(303)
    expect((await support(999_999, as(author))).status).toBe(404)
  })

  it('ends by the link of a letter: a look changes nothing, a mail program’s own click does, from no page of ours', async () => {
    const { number } = await anAccepted(here)
    const person = await aPerson(here.store)
    await support(number, as(person))
    const report = await findByNumber(here.store.of(city.id), number)
    const key = report && (await findStopKey(here.store.of(city.id), report.id, person.id))
    const path = `/en/zhytomyr/support/${key}`
    expect(await (await app.request(path)).text()).toContain(`No more letters about report No. ${number}?`)
    expect(await page(number)).toContain('1\u00a0more person')

    const click = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect([click.status, await page(number)]).toEqual([200, expect.not.stringContaining('1\u00a0more person')])
    expect(await (await app.request(path)).text()).toContain('This link follows nothing any more.')
  })
})
