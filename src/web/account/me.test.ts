import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'

import type { PersonId } from '#src/domain/id.ts'
import { supportReport } from '#src/operations/support-report.ts'
import { administratorsWishing } from '#src/store/overdue-wishes.ts'
import { keepConsent } from '#src/store/people.ts'
import { findByNumber, getByDraft } from '#src/store/reports.ts'
import { aFrontDoor, type FrontDoor } from '#test/a-front-door.ts'
import { aGuide } from '#test/a-guide.ts'
import { sent } from '#test/an-app.ts'
import { describeOnOne } from '#test/database.ts'
import { means, type TestMeans } from '#test/means.ts'
import { anAccepted, aSubmitted } from '#test/some-reports.ts'

type Headers = Record<string, string>

describeOnOne("a person's own page", (open) => {
  let here: TestMeans
  let door: FrontDoor
  beforeAll(async () => {
    here = means(await open())
    door = aFrontDoor(here)
  })
  const get = (path: string, headers: Headers) => door.app.request(path, { headers })
  const post = (path: string, fields: Record<string, string>, headers: Headers) =>
    door.app.request(path, sent(fields, headers))
  const dataOf = async (headers: Headers) => (await get('/me/data.json', headers)).text()

  /** Somebody with a word of their own, that nobody else's data holds. */
  const somebody = async (word: string) => {
    const email = `${word.toLowerCase()}@people.example`
    const headers = await door.signIn(email, { first: 'Тетяна', last: word })
    const { person } = JSON.parse(await dataOf(headers)) as { person: { id: PersonId } }
    return { email, headers, id: person.id, author: { kind: 'resident', id: person.id } as const }
  }

  it('gives all that is known of the person, and nothing of anybody else', async () => {
    const [one, other] = [await somebody('Odynets'), await somebody('Druhak')]
    for (const { author, email } of [one, other])
      await aSubmitted(here, { description: `Тут написано від ${email}` }, { author })
    const { number, draft } = await anAccepted(here)
    await supportReport(here, aGuide().city.id, number, one.id)
    const supported = await getByDraft(here.store.of(aGuide().city.id), draft.key)
    const answer = await get('/me/data.json', one.headers)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="my-data.json"')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    for (const said of ['odynets@people.example', 'Тут написано від odynets', 'consents', 'sessions', supported.id])
      expect(text).toContain(said)
    expect(text).not.toMatch(/druhak/i)
    expect(text).not.toContain(other.id)
  })

  it('corrects a name and the language of letters', async () => {
    const { headers } = await somebody('Pomylchenko')
    const saved = await post('/me/settings', { first_name: 'Таня', last_name: 'Правильна', locale: 'en' }, headers)
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/me?saved#settings'])
    expect(JSON.parse(await dataOf(headers)).person).toMatchObject({ last_name: 'Правильна', locale: 'en' })
    const refused = await post('/me/settings', { first_name: '', last_name: 'Я'.repeat(81) }, headers)
    const page = await refused.text()
    expect([refused.status, page.match(/-problem"/g)?.length]).toEqual([422, 4])
    expect(page).toContain('Таня, тут усі ваші звернення')
  })

  it('lets an administrator, and nobody else, ask to be told of each overdue report', async () => {
    const { id: city } = aGuide().city
    const settings = { first_name: 'Ніна', last_name: 'Гай', locale: 'uk', overdue: city }
    const [nina, other] = [await somebody('Administratorka'), await somebody('Neadministrator')]
    const role = { city_id: city, email: nina.email, role: 'administrator', organization_id: null } as const
    await here.store.whole.insertInto('membership').values(role).execute()
    for (const { headers } of [nina, other]) await post('/me/settings', settings, headers)
    expect(await administratorsWishing(here.store.of(city))).toMatchObject([{ id: nina.id }])
    const page = await (await get('/me', nina.headers)).text()
    expect(page).toContain(`name="overdue" value="${city}" checked`)
    expect(await (await get('/me', other.headers)).text()).not.toContain('name="overdue"')
    expect(await dataOf(nina.headers)).toContain('"told_of_overdue":["zhytomyr"]')
    await post('/me/settings', { ...settings, overdue: '' }, nina.headers)
    expect(await administratorsWishing(here.store.of(city))).toEqual([])
  })

  it('erases the account and all that names the person; reports stay', async () => {
    const { headers, author, email } = await somebody('Znykailo')
    const { number } = await anAccepted(here)
    const mine = await aSubmitted(here, { description: 'Звернення лишається' }, { author })
    const elsewhere = await door.signIn(email)

    const unsure = await post('/me/erase', {}, headers)
    expect(unsure.status).toBe(422)
    expect(await unsure.text()).toContain('Поставте позначку')
    const erased = (await post('/me/erase', { sure: 'yes' }, headers)).headers.get('location') ?? ''
    expect(await (await door.app.request(erased)).text()).toContain('Обліковий запис видалено')
    for (const session of [headers, elsewhere]) expect((await get('/me', session)).status).toBe(303)

    const tx = here.store.of(aGuide().city.id)
    expect(await findByNumber(tx, mine.number)).toMatchObject({ reporter: null, description: 'Звернення лишається' })
    expect((await findByNumber(tx, number))?.reporter).not.toBeNull()
    expect(await tablesThatHold('znykailo')).toEqual([])
  })

  it('lets go who does not agree, with all their data', async () => {
    const { headers, id } = await somebody('Nezhodnyi')
    const other = { version: 'another', locale: 'uk', text: 'Інше', at: here.now().add({ hours: 1 }) } as const
    await keepConsent(here.store.whole, id, other)
    expect((await get('/me', headers)).headers.get('location')).toBe('/sign-in/about')
    const about = await (await get('/sign-in/about', headers)).text()
    for (const way of ['href="/me/data.json"', 'action="/me/erase"', 'action="/sign-out"']) expect(about).toContain(way)
    expect(await dataOf(headers)).toContain('Nezhodnyi')
    const unsure = await post('/me/erase', {}, headers)
    expect([unsure.status, await unsure.text()]).toEqual([422, expect.stringContaining('Поставте позначку')])
    expect((await post('/me/erase', { sure: 'yes' }, headers)).status).toBe(303)
    expect(await tablesThatHold('nezhodnyi')).toEqual([])
  })

  /** Where in the whole database a word stands. */
  async function tablesThatHold(word: string): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss') and tablename <> 'spatial_ref_sys'`.execute(here.store.whole)
    const holding: string[] = []
    for (const { name } of rows) {
      const found = await sql`select from ${sql.raw(name)} as one where one::text ilike ${`%${word}%`}`.execute(
        here.store.whole,
      )
      if (found.rows.length > 0) holding.push(name)
    }
    return holding
  }
})
