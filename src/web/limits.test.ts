import type { Kysely } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { identityOn } from '#src/outside/identity.ts'
import { keepConsent } from '#src/store/people.ts'
import { aGuide, pothole, waterLeak } from '#test/a-guide.ts'
import { anApp, as, origin, sent } from '#test/an-app.ts'
import { anUpload } from '#test/an-upload.ts'
import { describeOnOne } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, type Resident, type Sent } from '#test/some-reports.ts'
import { consentVersion } from './account/consent.ts'
import { type CountTry, type LimitName, limits, limitsOn } from './limits.ts'
import { paths } from './routes.ts'

const { id: city, center } = aGuide().city
const to = paths('uk')
const email = 'olena@people.example'

describeOnOne('what may be tried only so often', (open) => {
  let here: TestMeans
  let app: ReturnType<typeof anApp>
  let countTry: CountTry
  let report: Sent
  let other: Resident
  beforeAll(async () => {
    here = meansOn(await open())
    const { store } = here
    const db = store.whole as unknown as Kysely<never>
    const identity = identityOn({ db, secret: 'x'.repeat(32), origin, sendLetter: async () => undefined })
    countTry = limitsOn(store, 'a secret of tests')
    app = anApp(here, { identity, countTry })
    report = await anAccepted(here)
    other = await aPerson(store)
    const consent = { version: consentVersion, locale: 'uk', text: '', at: here.now() } as const
    await keepConsent(store.whole, other.id, consent)
  })

  const form = (changes: Record<string, string> = {}) => ({
    key: aKey(),
    category: pothole,
    // So far from any other that none is asked about.
    lng: String(center.lng + 0.01),
    lat: String(center.lat + 0.01),
    address: 'вул. Шкільна, 12',
    description: 'Яма на дорозі біля школи',
    name_shown: 'hidden',
    ...changes,
  })
  const upload = (headers: Record<string, string>) => anUpload('x', { headers })
  const wish = () => ({ what: `category:${pothole}`, email })
  const steps = `sign_in=${Buffer.from(JSON.stringify({ email, wayOn: null })).toString('base64url')}`
  /** Nobody's address is known in a test, which is a network too. */
  const network = () => ''

  /** By whom a try is counted, and one of the doors at which it is. */
  const doors: Record<LimitName, { who: () => string; ask: () => Response | Promise<Response> }> = {
    code_to_address: { who: () => email, ask: () => app.request(to.signIn(), sent({ email })) },
    code_from_network: { who: network, ask: () => app.request(to.signIn(), sent({ email })) },
    code_tries_from_network: {
      who: network,
      ask: () => app.request(to.code(), sent({ code: '000000' }, { origin, cookie: steps })),
    },
    report_by_person: { who: () => other.id, ask: () => app.request(to.reportForm(city), sent(form(), as(other))) },
    draft_from_network: { who: network, ask: () => app.request(to.reportForm(city), sent(form())) },
    upload_from_network: { who: network, ask: () => app.request(to.addUpload(city), upload({ origin })) },
    upload_by_person: { who: () => other.id, ask: () => app.request(to.addUpload(city), upload(as(other))) },
    upload_kilobytes_from_network: { who: network, ask: () => app.request(to.addUpload(city), upload({ origin })) },
    upload_kilobytes_by_person: { who: () => other.id, ask: () => app.request(to.addUpload(city), upload(as(other))) },
    places_from_network: { who: network, ask: () => app.request(`${to.places(city)}?q=школа`) },
    export_from_network: { who: network, ask: () => app.request(to.reportsCsv(city)) },
    known_from_network: {
      who: network,
      ask: () => app.request(to.knownReports(city), sent(form({ category: waterLeak }))),
    },
    act_by_person: {
      who: () => report.author.id,
      ask: () => app.request(to.moveReport(city, report.number, 'confirm'), sent({ key: aKey() }, as(report.author))),
    },
    follow_to_address: { who: () => email, ask: () => app.request(to.follow(city), sent(wish())) },
    follow_from_network: { who: network, ask: () => app.request(to.follow(city), sent(wish())) },
    returned_from_network: { who: network, ask: () => app.request(to.returnedMail(), sent({})) },
    link_from_network: { who: network, ask: () => app.request(to.answer(city, 'A'.repeat(32))) },
  }

  it('is not how much a person who is signed in may follow: no letter has to ask them', async () => {
    await here.store.whole.deleteFrom('rate_limit').execute()
    for (let time = 0; time <= limits.follow_to_address.most; time += 1)
      expect((await app.request(to.follow(city), sent(wish(), as(other)))).status).toBe(303)
  })

  it.each(Object.keys(doors) as LimitName[])(
    '%s: the last that is allowed is taken, and the next has to wait',
    async (name) => {
      const { who, ask } = doors[name]
      const { whole } = here.store
      await whole.deleteFrom('rate_limit').execute()
      await countTry(name, who(), here.now())
      await whole
        .updateTable('rate_limit')
        .set({ hits: limits[name].most - 1 })
        .execute()
      expect((await ask()).status).not.toBe(429)
      const refused = await ask()
      expect(refused.status).toBe(429)
      expect(await refused.text()).toMatch(/[а-яіїєґ]{3}/)
    },
  )
})
