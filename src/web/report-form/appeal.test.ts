import { beforeAll, expect, it } from 'vitest'

import { aDraft, anAppeal } from '#src/domain/examples.ts'
import type { Guide } from '#src/domain/guide.ts'
import { submitReport } from '#src/operations/submit-report.ts'
import { eventsOf } from '#src/store/events.ts'
import { find } from '#src/store/formal-appeals.ts'
import { findByDraft } from '#src/store/reports.ts'
import { aFrontDoor, cookiesOf, type FrontDoor } from '#test/a-front-door.ts'
import { aGuide, waterLeak } from '#test/a-guide.ts'
import { origin, sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { aKey, aPerson } from '#test/some-reports.ts'

const { city } = aGuide()
const path = '/zhytomyr/reports/new'
const { surname, name, patronymic, residence } = anAppeal()
const typed = {
  appeal: 'yes',
  appeal_surname: surname,
  appeal_name: name,
  appeal_patronymic: patronymic,
  appeal_residence: residence,
}

describeOnOne('a formal appeal', (open) => {
  let here: TestMeans
  let door: FrontDoor
  let place = 0
  beforeAll(async () => {
    here = means(await open())
    door = aFrontDoor(here)
  })
  /** A form of a leak somewhere else than the last one. */
  const aForm = (fields: Record<string, string> = {}) => {
    place += 0.004
    const where = { lng: (28.62 + place).toFixed(4), lat: '50.2547' }
    return { key: aKey(), category: waterLeak, ...where, description: 'Тече вода з люка', ...fields }
  }
  const reportOf = async (key: string) => findByDraft(here.store.of(city.id), key as ReturnType<typeof aKey>)
  const signedIn = () => door.signIn(`${aKey()}@people.example`)

  it('is made by ticking a box and saying who appeals; that is kept apart from the report', async () => {
    const form = aForm({ ...typed, appeal_surname: `  ${surname} ` })
    const answer = await door.app.request(path, sent(form, await signedIn()))
    expect(answer.status).toBe(303)
    const report = await reportOf(form.key)
    if (!report) throw new Error('Not sent')
    const tx = here.store.of(city.id)
    expect(await find(tx, report.id)).toEqual(anAppeal())
    const elsewhere = JSON.stringify([report, await eventsOf(tx, report.id)])
    for (const word of [surname, patronymic, residence]) expect(elsewhere).not.toContain(word)
  })

  it('is none without the tick, whatever stands in the fields', async () => {
    const form = aForm({ ...typed, appeal: '' })
    await door.app.request(path, sent(form, await signedIn()))
    const report = await reportOf(form.key)
    expect(report && (await find(here.store.of(city.id), report.id))).toBeNull()
  })

  it('comes back with what is missing said at its field, and with all that was typed', async () => {
    const form = aForm({ ...typed, appeal_patronymic: ' ', appeal_residence: 'я'.repeat(301) })
    const answer = await door.app.request(path, sent(form, await signedIn()))
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('<a href="#appeal_patronymic">Для звернення за законом потрібне поле «По батькові».')
    expect(page).toMatch(/id="appeal_patronymic"[^>]*aria-describedby="[^"]*appeal_patronymic-problem"/)
    expect(page).toContain('<a href="#appeal_residence">Скоротіть')
    expect(page).toMatch(/<input[^>]*id="appeal"[^>]* checked/)
    expect(page).toContain(`value="${surname}"`)
    expect(await reportOf(form.key)).toBeNull()
  })

  it('takes a dash for a patronymic that somebody has not', async () => {
    const form = aForm({ ...typed, appeal_patronymic: '—' })
    expect((await door.app.request(path, sent(form, await signedIn()))).status).toBe(303)
  })

  it('waits with the form while its sender signs in', async () => {
    const form = aForm(typed)
    const email = `${aKey()}@people.example`
    const first = await door.app.request(path, sent(form))
    const cookie = cookiesOf(first)
    expect(first.headers.get('location')).toContain('/sign-in')
    const again = await door.app.request(path, { headers: { cookie } })
    expect(await again.text()).toContain(`value="${residence}"`)

    const step = await door.app.request('/sign-in?continue=zhytomyr', { headers: { cookie } })
    const begun = `${cookie}; ${cookiesOf(step)}`
    const asked = await door.app.request('/sign-in', sent({ email, continue: 'zhytomyr' }, { origin, cookie: begun }))
    const code = door.codes.findLast((one) => one.email === email)?.code ?? ''
    const entered = await door.app.request(
      '/sign-in/code',
      sent({ code }, { origin, cookie: `${cookie}; ${cookiesOf(asked)}` }),
    )
    const inside = { origin, cookie: `${cookie}; ${cookiesOf(entered)}` }
    await door.app.request(
      '/sign-in/about',
      sent({ first_name: 'Оксана', last_name: 'Приватенко', consent: 'yes' }, inside),
    )
    const report = await reportOf(form.key)
    expect(report && (await find(here.store.of(city.id), report.id))).toEqual(anAppeal())
  })

  it('is offered with the name that the account has', async () => {
    const page = await (await door.app.request(path, { headers: await signedIn() })).text()
    expect(page).toMatch(
      /<input[^>]*value="Приватенко"[^>]*id="appeal_surname"|id="appeal_surname"[^>]*value="Приватенко"/,
    )
    expect(page).not.toMatch(/<input[^>]*id="appeal"[^>]* checked/)
    expect(page).toContain('Через 1 рік після завершення')
  })

  it('is neither offered nor taken where the city does not', async () => {
    const policy = { ...city.policy, appeals: { ...city.policy.appeals, taken: false } }
    const guide: Guide = { ...aGuide(), city: { ...city, policy } }
    const other = aFrontDoor(here, {}, { guides: new Map([[city.id, guide]]) })
    expect(await (await other.app.request(path)).text()).not.toContain('appeal')
    const made = await submitReport(here, guide, aDraft({ appeal: anAppeal() }), await aPerson(here.store))
    expect(made).toEqual({ ok: false, problem: [{ kind: 'appeals_not_taken' }] })
  })
})
