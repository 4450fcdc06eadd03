import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { internalActs } from '#src/domain/act.ts'
import { aModerator, anAct, anOfficer } from '#src/domain/examples.ts'
import { aGuide, cityLight } from '#test/a-guide.ts'
import { describeOnBoth } from '#test/database.ts'
import { means as meansOn, type TestMeans } from '#test/means.ts'
import { aKey, anAccepted, aPerson, aSubmitted, aWaitingPhoto, done } from '#test/some-reports.ts'
import { find, list } from './public-reports.ts'
import { getByDraft } from './reports.ts'
import type { Store } from './store.ts'
import { ofReports } from './versions.ts'

const city = aGuide().city.id

describeOnBoth('what the public may see', (open) => {
  let store: Store
  let means: TestMeans

  beforeAll(async () => {
    store = await open()
    means = meansOn(store)
  })

  it('has these columns and no other', async () => {
    const { rows } = await sql<{ view: string; columns: string }>`
      select table_name as view, string_agg(column_name, ' ' order by ordinal_position) as columns
      from information_schema.columns where table_schema = 'public' and table_name like 'public\\_%'
      group by table_name order by table_name`.execute(store.whole)
    expect(Object.fromEntries(rows.map(({ view, columns }) => [view, columns]))).toEqual({
      public_media: 'city_id id key report_id event_seq kind type width height',
      public_opinion: 'city_id report_id closing_seq closing said_by solved',
      public_outcome: 'city_id number submitted_at outcome reason due_on late verdict days',
      public_pin: 'city_id number cell status category_id submitted_at location',
      public_report:
        'city_id id number category_id location address description answers author_name locale organization_id status status_since accepted_at answer_due confirmed merged_into_number submitted_at last_seq supporters term_ends',
      public_report_event: 'city_id seq report_id kind act body from_status to_status by by_organization at',
    })
  })

  it('is nothing of a report that waits, was rejected or was withdrawn', async () => {
    const waiting = await aSubmitted(means)
    const rejected = await aSubmitted(means)
    await done(means, rejected.number, anAct('reject'), aModerator())
    const withdrawn = await anAccepted(means)
    await done(means, withdrawn.number, anAct('withdraw'), withdrawn.author)
    const numbers = [waiting, rejected, withdrawn].map(({ number }) => number)
    for (const number of numbers) expect(await find(store.of(city), number)).toBeNull()
    expect((await list(store.of(city), {}, 100)).filter(({ number }) => numbers.includes(number))).toEqual([])
    expect(await ofReports(store.of(city), numbers)).toEqual(new Map())
    for (const { draft } of [waiting, rejected, withdrawn]) {
      const { id } = await getByDraft(store.of(city), draft.key)
      const events = await store.whole
        .selectFrom('public_report_event')
        .selectAll()
        .where('city_id', '=', city)
        .where('report_id', '=', id)
        .execute()
      expect(events).toEqual([])
    }
  })

  it('leaves out of the timeline what staff do among themselves, and the notes of what they pass on', async () => {
    const secret = 'лише для працівників'
    const { number, author, draft } = await aSubmitted(means)
    const { id } = await getByDraft(store.of(city), draft.key)
    await done(means, number, { ...anAct('reject'), note: secret }, aModerator())
    await done(means, number, anAct('revise'), author)
    await done(means, number, anAct('approve'), aModerator())
    await done(means, number, { ...anAct('assign', cityLight), note: secret }, aModerator())
    await done(means, number, { ...anAct('start'), note: secret }, anOfficer(cityLight))
    await done(means, number, { kind: 'note', note: secret }, anOfficer(cityLight))
    await done(means, number, anAct('ask'), anOfficer(cityLight))
    await done(means, number, anAct('answer'), author)
    await done(means, number, anAct('decline'), anOfficer(cityLight))

    const report = await find(store.of(city), number)
    expect(report?.events.map(({ act, by, organization, body }) => [act, by, organization, body])).toEqual([
      ['submitted', 'author', null, {}],
      ['approve', 'moderator', null, { kind: 'approve', organization: 'water-utility' }],
      ['assign', 'moderator', null, { kind: 'assign', organization: 'city-light' }],
      ['start', 'organization', 'city-light', { kind: 'start' }],
      ['ask', 'organization', 'city-light', anAct('ask')],
      ['answer', 'author', null, anAct('answer')],
      ['decline', 'organization', 'city-light', anAct('decline')],
    ])
    const rows = await store.whole
      .selectFrom('public_report_event')
      .selectAll()
      .where('city_id', '=', city)
      .where('report_id', '=', id)
      .execute()
    expect(JSON.stringify([report, rows])).not.toContain(secret)
    expect(rows.filter(({ act }) => act && (internalActs as readonly string[]).includes(act))).toEqual([])
  })

  it('is of what residents added what a moderator showed, with its files, and nothing of the rest', async () => {
    const { number } = await anAccepted(means)
    const key = aKey()
    const photo = await aWaitingPhoto(means, key)
    await done(means, number, { kind: 'add', note: 'Стало гірше', media: [photo] }, await aPerson(store), key)
    await done(means, number, anAct('add'), await aPerson(store))
    const shown = async () => {
      const report = await find(store.of(city), number)
      return report?.events.filter(({ act }) => act === 'add').map(({ by, body }) => [by, body.note])
    }
    expect(await shown()).toEqual([])
    expect((await find(store.of(city), number))?.media).toEqual([])

    const { rows } = await sql<{ seq: number }>`
      select a.seq from addition a join report r on r.city_id = a.city_id and r.id = a.report_id
      where r.city_id = ${city} and r.number = ${number} order by a.seq`.execute(store.whole)
    const [first = 0, second = 0] = rows.map(({ seq }) => Number(seq))
    await done(means, number, { kind: 'show_addition', addition: first, files: [photo] }, aModerator())
    await done(means, number, { ...anAct('decline_addition'), addition: second }, aModerator())
    expect(await shown()).toEqual([['resident', 'Стало гірше']])
    expect((await find(store.of(city), number))?.media.map(({ id }) => id)).toEqual([photo])

    await done(means, number, { ...anAct('decline_addition'), addition: first, files: [photo] }, aModerator())
    expect(await shown()).toEqual([])
    expect((await find(store.of(city), number))?.media).toEqual([])
  })

  it('does not tell that a report was rejected before it was accepted', async () => {
    const { number } = await aSubmitted(means)
    await done(means, number, anAct('reject'), aModerator())
    await done(means, number, anAct('approve'), aModerator())
    const report = await find(store.of(city), number)
    expect(report?.events.map(({ from, to }) => [from, to])).toEqual([
      [null, 'submitted'],
      ['submitted', 'accepted'],
    ])
  })

  it('shows the first name where its author chose so, and never more', async () => {
    const author = await aPerson(store, {
      firstName: 'Тетяна',
      lastName: 'Таємниченко',
      email: 'taiemnycha@people.example',
    })
    const [open, hidden] = [
      await aSubmitted(means, {}, { author }),
      await aSubmitted(means, { nameShown: 'hidden' }, { author }),
    ]
    for (const { number } of [open, hidden]) await done(means, number, anAct('approve'), aModerator())
    const shown = await find(store.of(city), open.number)
    const kept = await find(store.of(city), hidden.number)
    expect([shown?.authorName, kept?.authorName]).toEqual(['Тетяна', null])
    expect(JSON.stringify([shown, kept])).not.toMatch(/Таємниченко|taiemnycha/)
    expect(JSON.stringify([shown, kept])).not.toContain(author.id)
  })

  it('holds only the photos that nobody hid', async () => {
    const key = aKey()
    const [first, second] = [await aWaitingPhoto(means, key), await aWaitingPhoto(means, key)]
    const { number } = await aSubmitted(means, { key, media: [first, second] })
    await done(means, number, { kind: 'hide_media', media: first }, aModerator())
    await done(means, number, anAct('approve'), aModerator())
    expect((await find(store.of(city), number))?.media.map(({ id }) => id)).toEqual([second])
    const listed = (await list(store.of(city), {}, 100)).find((one) => one.number === number)
    expect(listed?.photo?.key).toBe((await find(store.of(city), number))?.media[0]?.key)
    await done(means, number, { kind: 'show_media', media: first }, aModerator())
    expect((await find(store.of(city), number))?.media.map(({ id }) => id)).toEqual([first, second])
  })

  it('names the report that another was merged into by its number', async () => {
    const [main, double] = [await anAccepted(means), await anAccepted(means)]
    const { id: into } = await getByDraft(store.of(city), main.draft.key)
    await done(means, double.number, { kind: 'merge', into }, aModerator())
    expect(await find(store.of(city), double.number)).toMatchObject({ status: 'merged', mergedIntoNumber: main.number })
  })
})
